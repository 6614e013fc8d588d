import type { ConnectionLoss } from '@/lib/contracts/changeConnection'
import { plural } from '@/lib/format/number'

/** What goes with a connection when it is removed, line by line. Undefined: not counted yet, so without a number. */
export function lossLines(loss: ConnectionLoss | undefined): string[] {
  if (!loss)
    return [
      'its messages and receipts',
      'what they count for in every figure',
      'its raw callbacks',
      'its secrets and URL',
    ]
  const { messages, receipts, callbacks, rules, retentionDays } = loss
  return [
    messages === 0 ? 'no message: it has none' : `${plural(messages, 'message')} with ${plural(receipts, 'receipt')}`,
    ...(messages > 0 ? ['what they count for in every figure, past days included'] : []),
    ...(callbacks > 0
      ? [`${plural(callbacks, 'raw callback')}, otherwise kept for ${plural(retentionDays, 'day')} after arrival`]
      : []),
    ...(rules > 0 ? [`${plural(rules, 'rule')} of yours about its codes`] : []),
    'its secrets and its URL',
  ]
}
