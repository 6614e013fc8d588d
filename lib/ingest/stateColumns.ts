import { boolColumn, instantColumn, intColumn, textColumn, wordColumn, type ArrayColumn } from '@/lib/db/arrayColumn'
import type { MessageState } from './messageState'

/** The columns of `message` that its receipts decide, but for the rare ones, with their types; the two lists and `stateColumns` agree in order. */
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

/** One parameter per column. */
export function stateColumns(states: readonly MessageState[]): (ArrayColumn | string)[] {
  return [
    textColumn(states, (state) => state.providerMessageId),
    textColumn(states, (state) => state.clientReference),
    textColumn(states, (state) => state.recipient),
    textColumn(states, (state) => state.sender),
    wordColumn(states, (state) => state.status),
    textColumn(states, (state) => state.rawStatus),
    wordColumn(states, (state) => state.failureClass),
    textColumn(states, (state) => state.errorCode),
    instantColumn(states, (state) => state.occurredAt),
    boolColumn(states, (state) => state.contradicted),
    instantColumn(states, (state) => state.cohortAt),
    instantColumn(states, (state) => state.firstOccurredAt),
    instantColumn(states, (state) => state.firstReceivedAt),
    instantColumn(states, (state) => state.lastReceivedAt),
    textColumn(states, (state) => state.country),
    textColumn(states, (state) => state.carrier),
    textColumn(states, (state) => state.purpose),
    textColumn(states, (state) => state.location),
    textColumn(states, (state) => state.campaign),
    intColumn(states, (state) => state.segments),
    wordColumn(states, (state) => state.price),
    textColumn(states, (state) => state.currency),
  ]
}

/** Columns that few providers fill: batches without them do not pay for them. Types and values in the same order. */
export const RARE_COLUMNS = ['parts', 'route'] as const
export const RARE_TYPES = ['int', 'text'] as const

/** True when one of the states has something in RARE_COLUMNS. What a message once has there, it keeps. */
export function hasRare(states: readonly MessageState[]): boolean {
  return states.some((state) => state.parts !== null || state.route !== null)
}

/** One parameter per column of RARE_COLUMNS. */
export function rareColumns(states: readonly MessageState[]): (ArrayColumn | string)[] {
  return [intColumn(states, (state) => state.parts), textColumn(states, (state) => state.route)]
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

/** One parameter per column of PROGRESS_COLUMNS. */
export function progressColumns(states: readonly MessageState[]): (ArrayColumn | string)[] {
  return [
    wordColumn(states, (state) => state.status),
    textColumn(states, (state) => state.rawStatus),
    wordColumn(states, (state) => state.failureClass),
    textColumn(states, (state) => state.errorCode),
    instantColumn(states, (state) => state.occurredAt),
    boolColumn(states, (state) => state.contradicted),
    instantColumn(states, (state) => state.lastReceivedAt),
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
    a.currency === b.currency &&
    a.parts === b.parts &&
    a.route === b.route
  )
}
