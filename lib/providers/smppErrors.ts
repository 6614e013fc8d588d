import type { FailureClass } from '@/lib/status/failureClass'
import { errorEntries, type ErrorRow, errorTable } from './errorTable'
import type { ErrorEntry, ErrorMeaning } from './types'

/** Common GSM/SS7 (MAP) codes of `err`. Many SMSCs use these numbers; some have a list of their own. */
const GSM_ROWS: readonly ErrorRow[] = [
  [1, 'invalid_number', true, 'fix number', 'unknown subscriber'],
  [2, 'provider_error', false, 'ask provider', 'unknown base station (also used as "unknown in HLR")'],
  [3, 'provider_error', false, 'ask provider', 'unknown MSC'],
  [5, 'invalid_number', false, 'fix number', 'unidentified subscriber'],
  [6, 'unreachable_handset', false, 'wait', 'absent subscriber (SM)'],
  [7, 'landline_or_incapable', false, 'ask provider', 'unknown equipment'],
  [8, 'unreachable_handset', false, 'wait', 'roaming not allowed'],
  [9, 'recipient_blocked', true, 'fix number', 'illegal subscriber'],
  [10, 'landline_or_incapable', true, 'fix number', 'bearer service not provisioned'],
  [11, 'landline_or_incapable', true, 'fix number', 'teleservice not provisioned (no SMS on the line)'],
  [12, 'recipient_blocked', true, 'stop', 'illegal equipment (IMEI barred)'],
  [13, 'recipient_blocked', false, 'wait, then stop', 'call barred'],
  [14, 'provider_error', false, 'ask provider', 'forwarding violation'],
  [15, 'recipient_blocked', false, 'stop', 'closed user group reject'],
  [20, 'provider_error', false, 'ask provider', 'SS incompatibility'],
  [21, 'landline_or_incapable', false, 'ask provider', 'facility not supported'],
  [22, 'landline_or_incapable', false, 'ask provider', 'facility not supported by MSC (some lists)'],
  [27, 'unreachable_handset', false, 'wait', 'absent subscriber (detached, no page response)'],
  [28, 'landline_or_incapable', true, 'fix number', 'incompatible terminal'],
  [29, 'recipient_blocked', false, 'wait', 'short-term denial'],
  [30, 'recipient_blocked', true, 'stop', 'long-term denial'],
  [31, 'unreachable_handset', false, 'wait', 'subscriber busy for MT SMS'],
  [32, 'unreachable_handset', false, 'wait', 'SM delivery failure (often handset memory full)'],
  [33, 'unreachable_handset', false, 'wait', 'message waiting list full'],
  [34, 'provider_error', false, 'wait', 'system failure'],
  [35, 'provider_error', false, 'ask provider', 'data missing'],
  [36, 'provider_error', false, 'ask provider', 'unexpected data value'],
  [40, 'unreachable_handset', false, 'wait', 'memory capacity exceeded (some lists)'],
  [41, 'landline_or_incapable', false, 'ask provider', 'handset protocol error (some lists)'],
  [42, 'landline_or_incapable', true, 'fix number', 'handset cannot do SMS (some lists)'],
  [51, 'throttled', false, 'wait', 'resource limitation'],
  [71, 'content_rejected', false, 'fix content', 'unknown alphabet'],
  [144, 'invalid_number', true, 'fix number', 'number changed'],
  [255, 'unknown', false, 'ask provider', 'unknown error'],
]

/** SMPP 3.4 command status: what the SMSC answered to the submit. */
const COMMAND_ROWS: readonly (readonly [number, string, FailureClass, boolean | null, string])[] = [
  [0x01, 'ESME_RINVMSGLEN', 'content_rejected', true, 'fix content'],
  [0x02, 'ESME_RINVCMDLEN', 'provider_error', true, 'ask provider'],
  [0x03, 'ESME_RINVCMDID', 'provider_error', true, 'ask provider'],
  [0x04, 'ESME_RINVBNDSTS', 'provider_error', false, 'ask provider'],
  [0x05, 'ESME_RALYBND', 'provider_error', false, 'ask provider'],
  [0x06, 'ESME_RINVPRTFLG', 'provider_error', true, 'ask provider'],
  [0x07, 'ESME_RINVREGDLVFLG', 'provider_error', true, 'ask provider'],
  [0x08, 'ESME_RSYSERR', 'provider_error', false, 'wait'],
  [0x0a, 'ESME_RINVSRCADR', 'sender_rejected', true, 'fix sender'],
  [0x0b, 'ESME_RINVDSTADR', 'invalid_number', true, 'fix number'],
  [0x0c, 'ESME_RINVMSGID', 'provider_error', true, 'ask provider'],
  [0x0d, 'ESME_RBINDFAIL', 'account_problem', false, 'account'],
  [0x0e, 'ESME_RINVPASWD', 'account_problem', false, 'account'],
  [0x0f, 'ESME_RINVSYSID', 'account_problem', false, 'account'],
  [0x11, 'ESME_RCANCELFAIL', 'provider_error', false, 'ask provider'],
  [0x13, 'ESME_RREPLACEFAIL', 'provider_error', false, 'ask provider'],
  [0x14, 'ESME_RMSGQFUL', 'throttled', false, 'slow down'],
  [0x15, 'ESME_RINVSERTYP', 'provider_error', true, 'ask provider'],
  [0x33, 'ESME_RINVNUMDESTS', 'invalid_number', true, 'fix number'],
  [0x34, 'ESME_RINVDLNAME', 'invalid_number', true, 'fix number'],
  [0x40, 'ESME_RINVDESTFLAG', 'invalid_number', true, 'fix number'],
  [0x44, 'ESME_RCNTSUBDL', 'invalid_number', true, 'fix number'],
  [0x42, 'ESME_RINVSUBREP', 'content_rejected', true, 'ask provider'],
  [0x43, 'ESME_RINVESMCLASS', 'content_rejected', true, 'ask provider'],
  [0x45, 'ESME_RSUBMITFAIL', 'provider_error', false, 'wait'],
  [0x48, 'ESME_RINVSRCTON', 'sender_rejected', true, 'fix sender'],
  [0x49, 'ESME_RINVSRCNPI', 'sender_rejected', true, 'fix sender'],
  [0x50, 'ESME_RINVDSTTON', 'invalid_number', true, 'fix number'],
  [0x51, 'ESME_RINVDSTNPI', 'invalid_number', true, 'fix number'],
  [0x53, 'ESME_RINVSYSTYP', 'provider_error', true, 'ask provider'],
  [0x54, 'ESME_RINVREPFLAG', 'provider_error', true, 'ask provider'],
  [0x55, 'ESME_RINVNUMMSGS', 'provider_error', true, 'ask provider'],
  [0x58, 'ESME_RTHROTTLED', 'throttled', false, 'slow down'],
  [0x61, 'ESME_RINVSCHED', 'content_rejected', true, 'ask provider'],
  [0x62, 'ESME_RINVEXPIRY', 'content_rejected', true, 'ask provider'],
  [0x63, 'ESME_RINVDFTMSGID', 'content_rejected', true, 'fix content'],
  [0x64, 'ESME_RX_T_APPN', 'provider_error', false, 'wait'],
  [0x65, 'ESME_RX_P_APPN', 'provider_error', true, 'ask provider'],
  [0x66, 'ESME_RX_R_APPN', 'unknown', true, 'ask provider'],
  [0x67, 'ESME_RQUERYFAIL', 'provider_error', false, 'ask provider'],
  [0xfe, 'ESME_RDELIVERYFAILURE', 'unknown', false, 'ask provider'],
  [0xff, 'ESME_RUNKNOWNERR', 'unknown', false, 'ask provider'],
]

const GSM = errorTable(GSM_ROWS)
const COMMAND_BY_NUMBER = new Map<number, ErrorMeaning>(
  COMMAND_ROWS.map(([code, name, failureClass, permanent, nextStep]) => [
    code,
    { failureClass, name, permanent, nextStep },
  ]),
)

const OPTIONAL_PARAMETER: ErrorMeaning = {
  failureClass: 'provider_error',
  name: 'optional parameter error',
  permanent: true,
  nextStep: 'ask provider',
}
const VENDOR: ErrorMeaning = { failureClass: 'unknown', name: 'vendor code', permanent: null, nextStep: 'ask provider' }

/** Both tables as lines of the code dictionary. */
export const SMPP_ERROR_ENTRIES: readonly ErrorEntry[] = [
  ...errorEntries(GSM),
  ...[...COMMAND_BY_NUMBER].map(([code, meaning]) => ({ code: commandHex(code), ...meaning })),
  { code: `${commandHex(0xc0)}-${commandHex(0xc4)}`, ...OPTIONAL_PARAMETER },
  { code: `${commandHex(0x400)}-${commandHex(0x4ff)}`, ...VENDOR },
]

function commandHex(code: number): string {
  return `0x${code.toString(16).padStart(8, '0')}`
}

/** What an `err` like "001" or "27" means; undefined when it is no number of the table. */
export function explainGsmError(err: string): ErrorMeaning | undefined {
  return /^\d{1,5}$/.test(err) ? GSM.get(String(Number(err))) : undefined
}

/** What a command status like "0x0000000b" means; undefined for numbers that SMPP 3.4 does not define. */
export function explainCommandStatus(hex: string): ErrorMeaning | undefined {
  if (!/^0x[0-9a-f]{1,8}$/i.test(hex)) return undefined
  const code = Number(hex)
  if (code >= 0xc0 && code <= 0xc4) return OPTIONAL_PARAMETER
  if (code >= 0x400 && code <= 0x4ff) return VENDOR
  return COMMAND_BY_NUMBER.get(code)
}
