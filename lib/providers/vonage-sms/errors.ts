import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** `err-code` of receipts. Not the codes of the send response, where the same numbers mean other things. */
const ROWS: readonly ErrorRow[] = [
  [1, 'unknown', null, 'ask provider; check the number', 'Unknown'],
  [2, 'unreachable_handset', false, 'wait', 'Absent subscriber, temporary'],
  [3, 'invalid_number', true, 'fix number', 'Absent subscriber, permanent'],
  [4, 'recipient_blocked', true, 'stop; the person must ask the carrier', 'Call barred by user'],
  [5, 'invalid_number', false, 'the person must ask the carrier', 'Portability error'],
  [6, 'carrier_blocked', true, 'fix content', 'Anti-spam rejection'],
  [7, 'unreachable_handset', false, 'wait', 'Handset busy'],
  [8, 'provider_error', false, 'wait', 'Network error'],
  [9, 'recipient_blocked', true, 'stop', 'Illegal number (opted out)'],
  [10, 'content_rejected', true, 'fix content', 'Illegal message (bad parameter or encoding)'],
  [11, 'provider_error', false, 'ask provider', 'Unroutable'],
  [12, 'unreachable_handset', false, 'fix number', 'Destination unreachable'],
  [13, 'recipient_blocked', true, 'stop', 'Subscriber age restriction'],
  [14, 'recipient_blocked', true, 'the person must ask the carrier', 'Number blocked by carrier'],
  [15, 'recipient_blocked', false, 'wait', 'Prepaid, insufficient funds of the recipient'],
  [39, 'sender_rejected', null, 'ask provider', 'Code 39 (meaning not published)'],
  [41, 'unknown', null, 'ask provider', 'Code 41 (meaning not published)'],
  [50, 'sender_rejected', true, 'fix sender (registration data)', 'Entity filter (entity id wrong or missing)'],
  [51, 'sender_rejected', true, 'fix sender', 'Header filter (sender header wrong or missing)'],
  [52, 'content_rejected', true, 'fix content (template id)', 'Content filter (content id wrong or missing)'],
  [53, 'recipient_blocked', true, 'stop', 'Consent filter'],
  [54, 'carrier_blocked', null, 'ask provider', 'Regulation error'],
  [99, 'provider_error', false, 'ask provider', 'General error (usually the route)'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What an `err-code` of a receipt means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
