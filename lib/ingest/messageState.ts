import type { Counted } from '@/lib/rollups/dimensions'
import { isFailure } from '@/lib/status/compareReceipts'
import type { FailureClass } from '@/lib/status/failureClass'
import { joinReceipts } from '@/lib/status/joinReceipts'
import type { StatusReceipt } from '@/lib/status/receipt'
import type { Status } from '@/lib/status/status'
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
}

/** A receipt with the arrival (ms UTC) that counts for it. */
export interface Arrival {
  receipt: IngestReceipt
  receivedAt: number
  lastReceivedAt: number
}

/**
 * True when the stored state alone is not enough to join new receipts to it: between several failures the code may come
 * from a receipt that is not the deciding one, so the whole set of stored receipts is needed.
 */
export function needsStoredReceipts(stored: MessageState, arrivals: readonly Arrival[]): boolean {
  return isFailure(stored.status) && arrivals.some(({ receipt }) => isFailure(receipt.status))
}

/**
 * The state of a message after `arrivals`. `stored` is the state before (null: first heard of now) and
 * `storedReceipts` the receipts behind it where `needsStoredReceipts` asked for them. Pure; the result depends on the
 * set of all arrivals ever, not on their order or batching.
 */
export function nextState(
  connectionId: number,
  arrivals: readonly Arrival[],
  stored: MessageState | null,
  storedReceipts: readonly StatusReceipt[] | null,
): MessageState {
  const before: readonly StatusReceipt[] = storedReceipts ?? (stored ? [stored] : [])
  const joined = joinReceipts([...before, ...arrivals.map(({ receipt }) => receipt)])
  const first = arrivals[0]
  if (!joined || !first) throw new Error('A message without receipts has no state.')
  const firstOccurredAt = earliest(stored?.firstOccurredAt ?? null, arrivals)
  const firstReceivedAt = Math.min(
    stored?.firstReceivedAt ?? Infinity,
    ...arrivals.map((arrival) => arrival.receivedAt),
  )
  return {
    ...mergeFields(stored, arrivals),
    ...joined,
    contradicted: joined.contradicted || (stored?.contradicted ?? false),
    connectionId,
    messageKey: first.receipt.messageKey,
    firstOccurredAt,
    firstReceivedAt,
    lastReceivedAt: Math.max(stored?.lastReceivedAt ?? 0, ...arrivals.map((arrival) => arrival.lastReceivedAt)),
    cohortAt: firstOccurredAt ?? firstReceivedAt,
  }
}

function earliest(stored: number | null, arrivals: readonly Arrival[]): number | null {
  let result = stored
  for (const { receipt } of arrivals)
    if (receipt.occurredAt !== null && (result === null || receipt.occurredAt < result)) result = receipt.occurredAt
  return result
}

type Fields = Pick<
  MessageState,
  | 'providerMessageId'
  | 'clientReference'
  | 'recipient'
  | 'sender'
  | 'country'
  | 'carrier'
  | 'purpose'
  | 'location'
  | 'campaign'
  | 'segments'
  | 'price'
  | 'currency'
>

const NO_FIELDS: Fields = {
  providerMessageId: null,
  clientReference: null,
  recipient: null,
  sender: null,
  country: '',
  carrier: '',
  purpose: '',
  location: '',
  campaign: null,
  segments: null,
  price: null,
  currency: null,
}

/** An empty field never erases what another receipt said; where two differ, the greater one stands in every order. */
function mergeFields(stored: MessageState | null, arrivals: readonly Arrival[]): Fields {
  let merged: Fields = stored ?? NO_FIELDS
  for (const { receipt } of arrivals) {
    merged = {
      providerMessageId: greaterText(merged.providerMessageId, receipt.providerMessageId),
      clientReference: greaterText(merged.clientReference, receipt.clientReference),
      recipient: greaterText(merged.recipient, receipt.recipient),
      sender: greaterText(merged.sender, receipt.sender),
      country: '',
      carrier: greaterText(merged.carrier, receipt.carrier),
      purpose: greaterText(merged.purpose, receipt.purpose),
      location: greaterText(merged.location, receipt.location),
      campaign: greaterText(merged.campaign, receipt.campaign),
      segments: greaterNumber(merged.segments, receipt.segments),
      price: greaterDecimal(merged.price, receipt.price),
      currency: greaterText(merged.currency, receipt.currency),
    }
  }
  // The country belongs to the recipient that stands, so it is taken from whoever named that recipient.
  const named = arrivals.find(({ receipt }) => receipt.recipient !== null && receipt.recipient === merged.recipient)
  return { ...merged, country: named?.receipt.country ?? stored?.country ?? '' }
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
