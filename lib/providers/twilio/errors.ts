import { errorEntries, errorTable } from '../errorTable'
import type { ErrorEntry, ErrorMeaning } from '../types'
import { CHANNEL_ROWS } from './channelErrors'
import { DELIVERY_ROWS } from './deliveryErrors'
import { REQUEST_ROWS } from './requestErrors'

/** Codes that Twilio uses for other things than the outcome of one text. Never shown as a failure of a recipient. */
const NOT_OUTCOMES: readonly (readonly [from: number, to: number, name: string])[] = [
  [30009, 30009, 'Inbound text: a segment is missing'],
  [30038, 30038, 'Inbound text: a one-time password was filtered'],
  [30039, 30039, 'Inbound text: message loop'],
  [30025, 30025, 'Warning: 50 % of the daily T-Mobile limit used'],
  [30026, 30026, 'Warning: 70 % of the daily T-Mobile limit used'],
  [30100, 30133, 'Link shortening, domains and certificates'],
  [30404, 30404, 'API: not found'],
  [30409, 30409, 'API: the message can no longer be cancelled'],
  [30440, 30449, 'Toll-free verification was refused'],
  [30880, 30898, '10DLC campaign vetting was refused'],
  [63025, 63025, 'Media or template notice of a channel'],
  [63039, 63039, 'Media or template notice of a channel'],
  [63043, 63047, 'Media or template notice of a channel'],
  [11200, 11237, 'Your webhook failed, or its signature was judged invalid'],
  [11750, 11751, 'Your webhook failed, or its signature was judged invalid'],
  [57012, 57012, 'Your webhook failed, or its signature was judged invalid'],
]

const TABLE = errorTable([...REQUEST_ROWS, ...DELIVERY_ROWS, ...CHANNEL_ROWS])

/** A range as the page of Twilio writes it. */
const spell = (from: number, to: number) => (from === to ? String(from) : `${from}-${to}`)

const notAnOutcome = (name: string): ErrorMeaning => ({
  failureClass: 'unknown',
  name,
  permanent: null,
  nextStep: 'not about this recipient',
})

export const ERRORS: readonly ErrorEntry[] = [
  ...errorEntries(TABLE),
  ...NOT_OUTCOMES.map(([from, to, name]) => ({ code: spell(from, to), ...notAnOutcome(name) })),
]

/** What a Twilio error code (or a range of the dictionary) means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  const known = TABLE.get(errorCode)
  if (known) return known
  const code = /^\d{5}$/.test(errorCode) ? Number(errorCode) : NaN
  const other = NOT_OUTCOMES.find(([from, to]) => (code >= from && code <= to) || spell(from, to) === errorCode)
  return other && notAnOutcome(other[2])
}
