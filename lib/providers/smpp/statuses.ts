import type { Status } from '@/lib/status/status'
import { SMPP_STATES } from '../smppStates'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** The TLV `message_state` as number, and the names that the specification gives those numbers. */
const MESSAGE_STATES: readonly (readonly [state: string, name: string, status: Status])[] = [
  ['0', 'SCHEDULED', 'queued'],
  ['1', 'ENROUTE', 'sent'],
  ['2', 'DELIVERED', 'delivered'],
  ['3', 'EXPIRED', 'expired'],
  ['4', 'DELETED', 'failed'],
  ['5', 'UNDELIVERABLE', 'undelivered'],
  ['6', 'ACCEPTED', 'sent'],
  ['7', 'UNKNOWN', 'unknown'],
  ['8', 'REJECTED', 'rejected'],
  ['9', 'SKIPPED', 'failed'],
]

/** Every word and number that says what became of a text. */
export const STATES: ReadonlyMap<string, Status> = new Map([
  ...SMPP_STATES,
  ...MESSAGE_STATES.map(([, name, status]) => [name, status] as const),
  ...MESSAGE_STATES.map(([state, , status]) => [state, status] as const),
])

const ACCEPTED = 'By the standard it is final; in practice the SMSC has it and a final receipt follows.'
const DELETED = 'Some SMSCs use it for numbers that opted out or do not exist.'

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATES, {
  ...Object.fromEntries(MESSAGE_STATES.map(([state, name]) => [state, `message_state, ${name}.`])),
  ACCEPTD: ACCEPTED,
  ACCEPTED,
  DELETED,
  SCHEDULED: 'SMPP 5.0 only.',
  SKIPPED: 'SMPP 5.0 only.',
})

/** What a text can still become after a failure that was only tried: with an intermediate notification nothing is final. */
export function intermediateStatus(status: Status): Status {
  return status === 'queued' || status === 'sent' || status === 'delivered' ? status : 'sent'
}
