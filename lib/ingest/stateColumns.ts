import { instantArray, plainArray, textArray } from '@/lib/db/arrayLiteral'
import type { MessageState } from './messageState'

/** The columns of `message` that its receipts decide, with their types; the two lists and `stateColumns` agree in order. */
export const STATE_COLUMNS = [
  'provider_message_id',
  'client_reference',
  'recipient',
  'sender',
  'status',
  'raw_status',
  'failure_class',
  'error_code',
  'occurred_at',
  'contradicted',
  'cohort_at',
  'first_occurred_at',
  'first_received_at',
  'last_received_at',
  'country',
  'carrier',
  'purpose',
  'location',
  'campaign',
  'segments',
  'price',
  'currency',
] as const

export const STATE_TYPES = [
  'text',
  'text',
  'text',
  'text',
  'message_status',
  'text',
  'failure_class',
  'text',
  'timestamptz',
  'bool',
  'timestamptz',
  'timestamptz',
  'timestamptz',
  'timestamptz',
  'text',
  'text',
  'text',
  'text',
  'text',
  'int',
  'numeric',
  'text',
] as const

/** One array literal per column. */
export function stateColumns(states: readonly MessageState[]): string[] {
  return [
    textArray(states.map((state) => state.providerMessageId)),
    textArray(states.map((state) => state.clientReference)),
    textArray(states.map((state) => state.recipient)),
    textArray(states.map((state) => state.sender)),
    plainArray(states.map((state) => state.status)),
    textArray(states.map((state) => state.rawStatus)),
    plainArray(states.map((state) => state.failureClass)),
    textArray(states.map((state) => state.errorCode)),
    instantArray(states.map((state) => state.occurredAt)),
    plainArray(states.map((state) => state.contradicted)),
    instantArray(states.map((state) => state.cohortAt)),
    instantArray(states.map((state) => state.firstOccurredAt)),
    instantArray(states.map((state) => state.firstReceivedAt)),
    instantArray(states.map((state) => state.lastReceivedAt)),
    textArray(states.map((state) => state.country)),
    textArray(states.map((state) => state.carrier)),
    textArray(states.map((state) => state.purpose)),
    textArray(states.map((state) => state.location)),
    textArray(states.map((state) => state.campaign)),
    plainArray(states.map((state) => state.segments)),
    plainArray(states.map((state) => state.price)),
    textArray(states.map((state) => state.currency)),
  ]
}

/** What changes with nearly every receipt; all other columns mostly stay. */
export const PROGRESS_COLUMNS = [
  'status',
  'raw_status',
  'failure_class',
  'error_code',
  'occurred_at',
  'contradicted',
  'last_received_at',
] as const

export const PROGRESS_TYPES = [
  'message_status',
  'text',
  'failure_class',
  'text',
  'timestamptz',
  'bool',
  'timestamptz',
] as const

/** One array literal per column of PROGRESS_COLUMNS. */
export function progressColumns(states: readonly MessageState[]): string[] {
  return [
    plainArray(states.map((state) => state.status)),
    textArray(states.map((state) => state.rawStatus)),
    plainArray(states.map((state) => state.failureClass)),
    textArray(states.map((state) => state.errorCode)),
    instantArray(states.map((state) => state.occurredAt)),
    plainArray(states.map((state) => state.contradicted)),
    instantArray(states.map((state) => state.lastReceivedAt)),
  ]
}

/** True when two states of a message differ in nothing but PROGRESS_COLUMNS. */
export function differsInProgressOnly(a: MessageState, b: MessageState): boolean {
  return (
    a.cohortAt === b.cohortAt &&
    a.firstOccurredAt === b.firstOccurredAt &&
    a.firstReceivedAt === b.firstReceivedAt &&
    a.providerMessageId === b.providerMessageId &&
    a.clientReference === b.clientReference &&
    a.recipient === b.recipient &&
    a.sender === b.sender &&
    a.country === b.country &&
    a.carrier === b.carrier &&
    a.purpose === b.purpose &&
    a.location === b.location &&
    a.campaign === b.campaign &&
    a.segments === b.segments &&
    a.price === b.price &&
    a.currency === b.currency
  )
}
