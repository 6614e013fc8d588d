import type { SentencePart } from '@/components/ui/Sentence'
import type { CallbackDetail } from '@/lib/contracts/callback'
import { plural } from '@/lib/format/number'
import { outcomeWords } from './outcomeWords'
import { quarantineMeaning } from './quarantineMeaning'

/** What became of one callback, in words. */
export function callbackHeadline(callback: CallbackDetail): SentencePart[] {
  const { label, meaning } = outcomeWords(callback)
  const open = callback.quarantine.filter((entry) => entry.resolvedAt === null)
  if (open.length === 0)
    return [
      { text: label, tone: label === 'Applied' ? 'good' : undefined },
      { text: `. ${settled(callback, meaning)}` },
    ]
  const reasons = [...new Set(open.map((entry) => quarantineMeaning(entry.code).label.toLowerCase()))].join(', ')
  return [{ text: label, tone: 'bad' }, { text: `: ${reasons}. ${meaning}` }]
}

function settled({ outcome, receipts, messages }: CallbackDetail, meaning: string): string {
  if (outcome !== 'applied' || messages.length === 0) return meaning
  return `It holds ${plural(receipts, 'receipt')} about ${plural(messages.length, 'message')}.`
}
