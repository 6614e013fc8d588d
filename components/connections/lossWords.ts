import type { StateCounts } from '@/lib/contracts/metrics'
import { plural } from '@/lib/format/number'

/** What goes with a connection when it is removed. Undefined: not counted yet. */
export function lossWords(counts: StateCounts | undefined): string {
  if (!counts) return 'All of its messages, receipts and raw callbacks go with it, and leave every figure.'
  const messages = counts.delivered + counts.failed + counts.unconfirmed + counts.pending
  if (messages === 0) return 'It has no messages. Its raw callbacks go with it.'
  const failed = counts.failed > 0 ? ` (${plural(counts.failed, 'of them', 'of them')} failed)` : ''
  return `${plural(messages, 'message')}${failed} with all receipts and raw callbacks go with it, and leave every figure.`
}
