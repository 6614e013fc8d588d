import type { Counted } from '@/lib/rollups/dimensions'
import { isFailure } from '@/lib/status/compareReceipts'
import type { FailureClass } from '@/lib/status/failureClass'
import { joinReceipts } from '@/lib/status/joinReceipts'
import type { StatusReceipt } from '@/lib/status/receipt'
import type { Status } from '@/lib/status/status'
import { priceOfParts } from './priceOfParts'
import type { IngestReceipt } from './types'

/** A message as the `message` table holds it; instants in ms since 1970 UTC. */
export interface MessageState extends Counted {
  messageKey: string
  providerMessageId: string | null
  clientReference: string | null
  recipient: string | null
  sender: string | null
  status: Status
  rawStatus: string
  failureClass: FailureClass | null
  errorCode: string | null
  occurredAt: number | null
  contradicted: boolean
  firstOccurredAt: number | null
  firstReceivedAt: number
  lastReceivedAt: number
  campaign: string | null
  segments: number | null
  price: string | null
  currency: string | null
  /** How many parts are reported one by one; null where receipts speak of the whole text. */
  parts: number | null
  route: string | null
}

/** A stored receipt, as far as the state of its message depends on it. */
export interface StoredReceipt extends StatusReceipt {
  /** 64 bits as 16 hex digits. */
  fingerprint: string
  /** Price of its part; null where the receipt speaks of the whole text. */
  price: string | null
}

/** A receipt with the arrival (ms UTC) that counts for it. */
export interface Arrival {
  receipt: IngestReceipt
  receivedAt: number
  lastReceivedAt: number
}

/**
 * True when the stored state alone is not enough to join new receipts to it: between several failures the code may come
 * from a receipt that is not the deciding one, and parts are joined one by one, so the whole set of stored receipts is
 * needed.
 */
export function needsStoredReceipts(stored: MessageState, arrivals: readonly Arrival[]): boolean {
  if (stored.parts !== null || arrivals.some(({ receipt }) => receipt.part !== null)) return true
  return isFailure(stored.status) && arrivals.some(({ receipt }) => isFailure(receipt.status))
}

/**
 * The state of a message after `arrivals`. `stored` is the state before (null: first heard of now) and
 * `storedReceipts` the receipts behind it where `needsStoredReceipts` asked for them. Pure; the result depends on the
 * set of all arrivals ever, not on their order or batching.
 *
 * On the hot path: one object per message is made and then filled, because copies by spreading were a third of the
 * ingest's time.
 */
export function nextState(
  connectionId: number,
  arrivals: readonly Arrival[],
  stored: MessageState | null,
  storedReceipts: readonly StoredReceipt[] | null,
): MessageState {
  const first = arrivals[0]
  if (!first) throw new Error('A message without receipts has no state.')
  const state = stored ? copyOf(stored) : startingWith(connectionId, first)
  for (const arrival of stored ? arrivals : arrivals.slice(1)) mergeArrival(state, arrival)
  if (stored || arrivals.length > 1 || first.receipt.part !== null) applyJoin(state, arrivals, stored, storedReceipts)
  state.cohortAt = state.firstOccurredAt ?? state.firstReceivedAt
  return state
}

function applyJoin(
  state: MessageState,
  arrivals: readonly Arrival[],
  stored: MessageState | null,
  storedReceipts: readonly StoredReceipt[] | null,
): void {
  const receipts: StatusReceipt[] = arrivals.map(({ receipt }) => receipt)
  if (storedReceipts) receipts.push(...notAmong(arrivals, storedReceipts))
  else if (stored) receipts.push(wholeOf(stored))
  const joined = joinReceipts(receipts)
  if (!joined) return
  state.status = joined.status
  state.rawStatus = joined.rawStatus
  state.failureClass = joined.failureClass
  state.errorCode = joined.errorCode
  state.occurredAt = joined.occurredAt
  // What is joined from all receipts knows of every contradiction; a mapping that changed may have ended one.
  state.contradicted = joined.contradicted || (storedReceipts === null && (stored?.contradicted ?? false))
  state.parts = joined.parts
  if (joined.parts !== null) state.price = priceOfParts(arrivals, storedReceipts ?? []) ?? state.price
}

/** A statement that arrives again replaces the stored one, which may have been judged by an older mapping. */
function notAmong(arrivals: readonly Arrival[], stored: readonly StoredReceipt[]): StoredReceipt[] {
  const again = new Set(arrivals.map(({ receipt }) => receipt.fingerprint))
  return stored.filter(({ fingerprint }) => !again.has(fingerprint))
}

/** The stored state as a receipt about the whole text. */
function wholeOf({ status, rawStatus, failureClass, errorCode, occurredAt }: MessageState): StatusReceipt {
  return { status, rawStatus, failureClass, errorCode, occurredAt }
}

/** The state after a single receipt: what it says. */
function startingWith(connectionId: number, { receipt, receivedAt, lastReceivedAt }: Arrival): MessageState {
  return {
    connectionId,
    messageKey: receipt.messageKey,
    providerMessageId: receipt.providerMessageId,
    clientReference: receipt.clientReference,
    recipient: receipt.recipient,
    sender: receipt.sender,
    status: receipt.status,
    rawStatus: receipt.rawStatus,
    failureClass: receipt.failureClass,
    errorCode: receipt.errorCode,
    occurredAt: receipt.occurredAt,
    contradicted: false,
    cohortAt: receipt.occurredAt ?? receivedAt,
    firstOccurredAt: receipt.occurredAt,
    firstReceivedAt: receivedAt,
    lastReceivedAt,
    country: receipt.country,
    carrier: receipt.carrier,
    purpose: receipt.purpose,
    location: receipt.location,
    campaign: receipt.campaign,
    segments: receipt.segments,
    price: receipt.price,
    currency: receipt.currency,
    parts: receipt.parts,
    route: receipt.route,
  }
}

function copyOf(stored: MessageState): MessageState {
  return {
    connectionId: stored.connectionId,
    messageKey: stored.messageKey,
    providerMessageId: stored.providerMessageId,
    clientReference: stored.clientReference,
    recipient: stored.recipient,
    sender: stored.sender,
    status: stored.status,
    rawStatus: stored.rawStatus,
    failureClass: stored.failureClass,
    errorCode: stored.errorCode,
    occurredAt: stored.occurredAt,
    contradicted: stored.contradicted,
    cohortAt: stored.cohortAt,
    firstOccurredAt: stored.firstOccurredAt,
    firstReceivedAt: stored.firstReceivedAt,
    lastReceivedAt: stored.lastReceivedAt,
    country: stored.country,
    carrier: stored.carrier,
    purpose: stored.purpose,
    location: stored.location,
    campaign: stored.campaign,
    segments: stored.segments,
    price: stored.price,
    currency: stored.currency,
    parts: stored.parts,
    route: stored.route,
  }
}

/** An empty field never erases what another receipt said; where two differ, the greater one stands in every order. */
function mergeArrival(state: MessageState, { receipt, receivedAt, lastReceivedAt }: Arrival): void {
  const { occurredAt } = receipt
  if (occurredAt !== null && (state.firstOccurredAt === null || occurredAt < state.firstOccurredAt))
    state.firstOccurredAt = occurredAt
  state.firstReceivedAt = Math.min(state.firstReceivedAt, receivedAt)
  state.lastReceivedAt = Math.max(state.lastReceivedAt, lastReceivedAt)
  mergeRecipient(state, receipt)
  state.providerMessageId = greaterText(state.providerMessageId, receipt.providerMessageId)
  state.clientReference = greaterText(state.clientReference, receipt.clientReference)
  state.sender = greaterText(state.sender, receipt.sender)
  state.carrier = greaterText(state.carrier, receipt.carrier)
  state.purpose = greaterText(state.purpose, receipt.purpose)
  state.location = greaterText(state.location, receipt.location)
  state.campaign = greaterText(state.campaign, receipt.campaign)
  state.segments = greaterNumber(state.segments, receipt.segments)
  state.price = greaterDecimal(state.price, receipt.price)
  state.currency = greaterText(state.currency, receipt.currency)
  state.route = greaterText(state.route, receipt.route)
}

/** The country belongs to the recipient that stands. */
function mergeRecipient(state: MessageState, receipt: IngestReceipt): void {
  const recipient = greaterText(state.recipient, receipt.recipient)
  if (recipient === state.recipient) return
  state.recipient = recipient
  state.country = receipt.country
}

function greaterText<T extends string | null>(a: T, b: T): T {
  if (a === null || a === b) return b === null ? a : b
  return b === null || a > b ? a : b
}

function greaterNumber(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}

/** Compares as numbers but keeps the text, so that no digit of a price is lost. */
function greaterDecimal(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return Number(a) >= Number(b) ? a : b
}
