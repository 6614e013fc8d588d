import type { KnownConnection } from '@/lib/connections/KnownConnection'
import type { Adapter, CallbackRequest, Parsed, Secrets, Verdict } from '@/lib/providers/types'
import { prepareReceipts } from './prepareReceipts'
import { applyRepairs, clockOffsetMs } from './applyRepairs'
import type { IngestReceipt, NewCode, Outcome, QuarantineRow } from './types'

/** A connection whose callbacks can be read. */
export type Readable = Pick<KnownConnection, 'previous' | 'settings' | 'overrides' | 'paused'> & {
  reader: Adapter
  secrets: Secrets
}

export interface Interpretation {
  verdict: Verdict
  /** Proved by the secrets before the last rotation: somebody still has to be told the new ones. */
  usedPrevious: boolean
  receipts: IngestReceipt[]
  quarantine: QuarantineRow[]
  newCodes: NewCode[]
  outcome: Outcome
  /** What the request asks for beside being stored. */
  asks: Pick<Parsed, 'reply' | 'confirm'>
}

const PAUSED: QuarantineRow = {
  code: 'paused',
  reason: 'The connection was paused when it arrived. Resuming applies it.',
  item: 0,
}

const PROVED: { verdict: Verdict; usedPrevious: boolean } = { verdict: { ok: true }, usedPrevious: false }

/**
 * Verifies and reads one request: the same for a callback that arrives and for one that is replayed. `now` judges
 * timestamps (ms UTC): the arrival. `fetched` is what `needsOf` asked for. `isProved`: it was verified when it arrived.
 * Pure but for the adapters' own caches.
 */
export function interpret(
  connection: Readable,
  received: CallbackRequest,
  now: number,
  fetched?: ReadonlyMap<string, string>,
  isProved = false,
): Interpretation {
  const request = applyRepairs(received, connection.settings)
  const { verdict, usedPrevious } = isProved ? PROVED : verify(connection, request, now, fetched)
  if (!verdict.ok) return nothing(verdict)
  if (connection.paused) return { ...nothing(verdict), usedPrevious, quarantine: [PAUSED], outcome: 'unapplied' }
  const parsed = connection.reader.parse(request)
  const prepared = prepareReceipts(parsed, now, connection)
  const quarantine = parsed.alert ? [...prepared.quarantine, { ...parsed.alert, item: 0 }] : prepared.quarantine
  return {
    ...{ verdict, usedPrevious, receipts: prepared.receipts, newCodes: prepared.newCodes, quarantine, asks: parsed },
    outcome: outcomeOf(prepared.receipts.length, quarantine.length),
  }
}

/** What must be fetched before `interpret`, for either set of secrets; empty for nearly all providers. */
export function needsOf(connection: Readable, received: CallbackRequest) {
  const { reader, secrets, previous, settings } = connection
  if (!reader.needs) return []
  const request = applyRepairs(received, settings)
  return [...reader.needs(request, secrets), ...(previous ? reader.needs(request, previous.secrets) : [])]
}

function verify(
  { reader, secrets, previous, settings }: Readable,
  request: CallbackRequest,
  now: number,
  fetched: ReadonlyMap<string, string> | undefined,
): { verdict: Verdict; usedPrevious: boolean } {
  const context = { now: now + clockOffsetMs(settings), ...(fetched ? { fetched } : {}) }
  const verdict = reader.verify(request, secrets, context)
  // Judged by the arrival, so that a replay after the overlap still knows what was right then.
  if (verdict.ok || !previous || now >= previous.until) return { verdict, usedPrevious: false }
  const old = reader.verify(request, previous.secrets, context)
  return old.ok ? { verdict: old, usedPrevious: true } : { verdict, usedPrevious: false }
}

function nothing(verdict: Verdict): Interpretation {
  const empty = { receipts: [], quarantine: [], newCodes: [], asks: {} }
  return { verdict, usedPrevious: false, ...empty, outcome: 'refused' }
}

function outcomeOf(receipts: number, quarantined: number): Outcome {
  if (receipts > 0) return 'applied'
  return quarantined > 0 ? 'unapplied' : 'ignored'
}
