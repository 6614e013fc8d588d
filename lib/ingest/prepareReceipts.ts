import { applyOverrides } from '@/lib/dictionary/applyOverrides'
import type { Overrides } from '@/lib/dictionary/Overrides'
import { countryOf } from '@/lib/numbers/countryOf'
import type { Adapter, Parsed, Receipt, Unreadable } from '@/lib/providers/types'
import { fingerprint } from './fingerprint'
import type { IngestReceipt, NewCode, QuarantineRow } from './types'
import { wholePrice } from './wholePrice'

/** A provider's clock may be ahead of ours by this much before we stop believing it. */
const MAX_AHEAD_MS = 24 * 60 * 60_000
const MAX_KEY_LENGTH = 260

/** Far more parts than any network joins. */
const MOST_PARTS = 255

export interface Prepared {
  receipts: IngestReceipt[]
  quarantine: QuarantineRow[]
  newCodes: NewCode[]
}

/** What is known of the codes of a connection. */
export interface Knowledge {
  reader: Pick<Adapter, 'explain' | 'errors'>
  overrides: Overrides | null
}

/**
 * Turns what an adapter read into rows for the commit. What cannot stand (no id at all, a time in the future) becomes a
 * quarantine row: kept, shown, replayable. `receivedAt` is the arrival in ms UTC.
 */
export function prepareReceipts(parsed: Parsed, receivedAt: number, knowledge: Knowledge): Prepared {
  const prepared: Prepared = { receipts: [], quarantine: [], newCodes: [] }
  const add = (receipt: Receipt, item: number) => {
    const problem = problemWith(receipt, receivedAt)
    if (problem) prepared.quarantine.push({ ...problem, item })
    else prepared.receipts.push(prepare(receipt, knowledge.overrides))
    if (isNewError(receipt, knowledge)) prepared.newCodes.push({ kind: 'error', code: receipt.errorCode ?? '' })
  }
  for (const unreadable of parsed.unreadable) {
    const taught = taughtReceipt(unreadable, knowledge.overrides)
    if (taught) add(taught, unreadable.item)
    else prepared.quarantine.push({ code: unreadable.code, reason: unreadable.reason, item: unreadable.item })
    if (unreadable.receipt && !taught) prepared.newCodes.push({ kind: 'status', code: unreadable.receipt.rawStatus })
  }
  parsed.receipts.forEach(add)
  return prepared
}

/** A receipt whose word the adapter does not know, but somebody here has said what it means. */
function taughtReceipt({ receipt }: Unreadable, overrides: Overrides | null): Receipt | undefined {
  const status = receipt && overrides?.statuses.get(receipt.rawStatus)?.status
  return status ? receipt : undefined
}

/** A code beside a failure that neither the adapter nor anybody here knows. Formats without codes of their own have none. */
function isNewError({ errorCode, failureClass }: Receipt, { reader, overrides }: Knowledge): boolean {
  if (errorCode === null || failureClass === null || reader.errors.length === 0) return false
  return reader.explain(errorCode) === undefined && overrides?.errors.get(errorCode) === undefined
}

/** The identity of a message within its connection. Undefined when the receipt names neither an id nor a reference. */
export function messageKeyOf(receipt: Receipt): string | undefined {
  if (receipt.messageKey) return receipt.messageKey
  if (receipt.providerMessageId) return receipt.providerMessageId
  return receipt.clientReference ? `ref:${receipt.clientReference}` : undefined
}

function problemWith(receipt: Receipt, receivedAt: number): { code: string; reason: string } | null {
  const key = messageKeyOf(receipt)
  if (!key) return { code: 'missing_field', reason: 'It names neither a message id nor a reference of ours.' }
  if (key.length > MAX_KEY_LENGTH)
    return { code: 'invalid_value', reason: `Its message id is ${key.length} characters long; the limit is 255.` }
  if (receipt.occurredAt !== null && receipt.occurredAt > receivedAt + MAX_AHEAD_MS)
    return {
      code: 'invalid_time',
      reason: `It says that it happened at ${new Date(receipt.occurredAt).toISOString()}, more than a day after it arrived.`,
    }
  return null
}

function prepare(receipt: Receipt, overrides: Overrides | null): IngestReceipt {
  const messageKey = messageKeyOf(receipt) ?? ''
  const { status, failureClass } = applyOverrides(receipt, overrides)
  const isOverridden = status !== receipt.status || failureClass !== receipt.failureClass
  const { part, parts } = partsOf(receipt)
  return {
    messageKey,
    fingerprint: fingerprint(receipt),
    providerMessageId: receipt.providerMessageId === messageKey ? null : receipt.providerMessageId,
    clientReference: receipt.clientReference ?? null,
    recipient: receipt.recipient,
    sender: receipt.sender,
    status,
    rawStatus: receipt.rawStatus,
    failureClass,
    errorCode: receipt.errorCode,
    occurredAt: receipt.occurredAt,
    country: countryOf(receipt.recipient),
    carrier: receipt.mccmnc ?? receipt.carrierName ?? '',
    purpose: receipt.purpose ?? '',
    location: receipt.location ?? '',
    campaign: receipt.campaign ?? null,
    segments: segmentsOf(receipt),
    price: wholePrice(receipt),
    currency: receipt.currency ?? null,
    route: receipt.route ?? null,
    part,
    parts,
    // What the statement itself says stays known, so that ending an override brings it back.
    overridden: isOverridden ? { status: receipt.status, failureClass: receipt.failureClass } : null,
  }
}

/** A text of one part is a whole text; numbers that make no sense say nothing. */
function partsOf({ part, parts }: Receipt): { part: number | null; parts: number | null } {
  const isPart = (value: number | undefined): value is number =>
    value !== undefined && Number.isInteger(value) && value >= 1 && value <= MOST_PARTS
  if (!isPart(part)) return { part: null, parts: null }
  const all = isPart(parts) ? Math.max(part, parts) : part
  return all === 1 ? { part: null, parts: null } : { part, parts: all }
}

function segmentsOf({ segments, parts }: Receipt): number | null {
  const said = segments ?? parts
  return said !== undefined && isSegmentCount(said) ? said : null
}

function isSegmentCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 1000
}
