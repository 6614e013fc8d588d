import type { Status } from '@/lib/status/status'
import type { StatusEntry } from '../types'

/** `status.id`, its name, what it means for us, and what people get wrong. */
const ROWS: readonly (readonly [id: number, name: string, status: Status, note?: string])[] = [
  [3, 'PENDING_WAITING_DELIVERY', 'sent', 'At the operator, which has not reported yet.'],
  [7, 'PENDING_ENROUTE', 'sent', 'Passed on to the next system on the way.'],
  [26, 'PENDING_ACCEPTED', 'queued'],
  [
    2,
    'DELIVERED_TO_OPERATOR',
    'sent',
    'At the operator, not at the phone, although its group says DELIVERED. Another report may follow, or never.',
  ],
  [5, 'DELIVERED_TO_HANDSET', 'delivered'],
  [4, 'UNDELIVERABLE_REJECTED_OPERATOR', 'undelivered'],
  [9, 'UNDELIVERABLE_NOT_DELIVERED', 'undelivered'],
  [31, 'UNDELIVERABLE_NOT_SENT', 'failed'],
  [96, 'NO_ANSWER', 'undelivered', 'Voice only.'],
  [97, 'BUSY', 'undelivered', 'Voice only.'],
  [98, 'CANCELLED', 'failed', 'Voice only.'],
  [15, 'EXPIRED_EXPIRED', 'expired', 'A temporary error beside it does not mean that Infobip tries again.'],
  [29, 'EXPIRED_DLR_UNKNOWN', 'unknown', 'No receipt came in the time that was set. The phone may have the text.'],
  [87, 'SIGNALS_BLOCKED', 'rejected', 'The filter against made-up traffic. In group 4 it is charged, in group 5 not.'],
  [6, 'REJECTED_NETWORK', 'rejected'],
  [8, 'REJECTED_PREFIX_MISSING', 'rejected'],
  [10, 'REJECTED_DND', 'rejected'],
  [11, 'REJECTED_SOURCE', 'rejected'],
  [12, 'REJECTED_NOT_ENOUGH_CREDITS', 'rejected'],
  [13, 'REJECTED_SENDER', 'rejected'],
  [14, 'REJECTED_DESTINATION_BLOCKLISTED', 'rejected'],
  [17, 'REJECTED_PREPAID_PACKAGE_EXPIRED', 'rejected'],
  [18, 'REJECTED_DESTINATION_NOT_REGISTERED', 'rejected', 'Trial account.'],
  [19, 'REJECTED_ROUTE_NOT_AVAILABLE', 'rejected'],
  [20, 'REJECTED_FLOODING_FILTER', 'rejected', 'By default 20 different or 6 equal texts per number and hour.'],
  [21, 'REJECTED_SYSTEM_ERROR', 'rejected'],
  [23, 'REJECTED_DUPLICATE_MESSAGE_ID', 'rejected'],
  [24, 'REJECTED_INVALID_UDH', 'rejected'],
  [25, 'REJECTED_MESSAGE_TOO_LONG', 'rejected'],
  [51, 'MISSING_TO', 'rejected'],
  [52, 'REJECTED_DESTINATION', 'rejected'],
  [99, 'REJECTED', 'rejected', 'Voice only.'],
  [100, 'UNDELIVERABLE_REJECTED_PLATFORM', 'rejected'],
]

/** For ids that Infobip adds later, by `status.groupId`. Group 3 is "sent" until a known id says that the phone has it. */
const GROUPS: readonly (readonly [id: number, name: string, status: Status])[] = [
  [1, 'PENDING', 'sent'],
  [2, 'UNDELIVERABLE', 'undelivered'],
  [3, 'DELIVERED', 'sent'],
  [4, 'EXPIRED', 'expired'],
  [5, 'REJECTED', 'rejected'],
]

export interface KnownStatus {
  name: string
  status: Status
}

const BY_ID: ReadonlyMap<string, KnownStatus> = new Map(
  ROWS.map(([id, name, status]) => [String(id), { name, status }]),
)
const BY_NAME: ReadonlyMap<string, KnownStatus> = new Map(ROWS.map(([, name, status]) => [name, { name, status }]))
const BY_GROUP: ReadonlyMap<string, Status> = new Map(
  GROUPS.flatMap(([id, name, status]) => [[String(id), status] as const, [name, status] as const]),
)

/** A status by its id; by its name only where there is no id (the numbers are what Infobip promises). */
export function findStatus(id: string | undefined, name: string | undefined): KnownStatus | undefined {
  return id === undefined ? BY_NAME.get(name ?? '') : BY_ID.get(id)
}

/** What an unknown status of that group (its id, else its name) means; undefined for an unknown group. */
export function statusOfGroup(groupId: string | undefined, groupName: string | undefined): Status | undefined {
  return BY_GROUP.get(groupId ?? '') ?? BY_GROUP.get(groupName?.toUpperCase() ?? '')
}

export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...ROWS.map(([id, word, status, note]) => ({ word, status, note: `Id ${id}.${note ? ` ${note}` : ''}` })),
  ...GROUPS.map(([id, name, status]) => ({
    word: `(any other of group ${name})`,
    status,
    note: `Group ${id}: decides only for an id that is not in this list.`,
  })),
  { word: '(any other)', status: 'unknown', note: 'Neither the id nor the group is known.' },
]
