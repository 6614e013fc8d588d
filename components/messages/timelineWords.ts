import type { MessageDetail } from '@/lib/contracts/message'
import { formatDuration } from '@/lib/format/duration'
import { plural } from '@/lib/format/number'

/** The distance of the two clocks of a receipt, in words. `lagMs`: arrival minus the provider's time. */
export function lagWords(lagMs: number | null): string {
  if (lagMs === null) return 'provider gives no time'
  if (Math.abs(lagMs) < 50) return 'same moment'
  if (lagMs < 0) return `${formatDuration(-lagMs)} ahead of ours`
  return `${formatDuration(lagMs)} later`
}

/** What a contradiction means and which receipt counts; null when there is none. */
export function contradictionWords({
  contradicted,
  state,
}: Pick<MessageDetail, 'contradicted' | 'state'>): string | null {
  if (!contradicted) return null
  const rule = 'The provider reported both that this text arrived and that it did not.'
  return state === 'delivered'
    ? `${rule} Delivered counts: a phone that confirms a text has it, and failures are sometimes reported too early. Both stay below.`
    : `${rule} Both stay below.`
}

/** "The same statement arrived 2 more times"; null for none. */
export function duplicateWords(duplicates: number): string | null {
  return duplicates === 0 ? null : `arrived ${plural(duplicates, 'more time')}, counted once`
}
