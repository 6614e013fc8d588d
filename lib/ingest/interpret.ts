import type { KnownConnection } from '@/lib/connections/directory'
import type { Adapter, CallbackRequest, Secrets, Verdict } from '@/lib/providers/types'
import { prepareReceipts } from './prepareReceipts'
import type { IngestReceipt, Outcome, QuarantineRow } from './types'

export interface Interpretation {
  verdict: Verdict
  receipts: IngestReceipt[]
  quarantine: QuarantineRow[]
  outcome: Outcome
}

/**
 * Verifies and reads one request: the same for a callback that arrives and for one that is replayed. `now` judges
 * timestamps (ms UTC): the arrival. Pure but for the adapters' own caches.
 */
export function interpret(
  adapter: Adapter,
  connection: Pick<KnownConnection, 'adapter'> & { secrets: Secrets },
  request: CallbackRequest,
  now: number,
): Interpretation {
  const verdict = adapter.verify(request, connection.secrets, { now })
  if (!verdict.ok) return { verdict, receipts: [], quarantine: [], outcome: 'refused' }
  const { receipts, quarantine } = prepareReceipts(adapter.parse(request), now)
  return { verdict, receipts, quarantine, outcome: outcomeOf(receipts.length, quarantine.length) }
}

function outcomeOf(receipts: number, quarantined: number): Outcome {
  if (receipts > 0) return 'applied'
  return quarantined > 0 ? 'unapplied' : 'ignored'
}
