import type { FailureClass } from '@/lib/status/failureClass'
import { errorEntries, type ErrorRow, errorTable } from './errorTable'
import type { ErrorEntry, ErrorMeaning } from './types'

/** Common GSM/SS7 (MAP) codes of `err`. Many SMSCs use these numbers; some have a list of their own. */
const GSM_ROWS: readonly ErrorRow[] = [
  [
    1,
    'invalid_number',
    true,
    'fix number',
    'unknown subscriber',
    'The number is not in service, or was never given out.',
  ],
  [
    2,
    'provider_error',
    false,
    'ask provider',
    'unknown base station (also used as "unknown in HLR")',
    'The network could not find where the phone is.',
  ],
  [
    3,
    'provider_error',
    false,
    'ask provider',
    'unknown MSC',
    'The network could not find the exchange that serves the phone.',
  ],
  [
    5,
    'invalid_number',
    false,
    'fix number',
    'unidentified subscriber',
    'The network does not know this number at the moment.',
  ],
  [6, 'unreachable_handset', false, 'wait', 'absent subscriber (SM)', 'The phone was off or out of reach.'],
  [7, 'landline_or_incapable', false, 'ask provider', 'unknown equipment', 'The network does not know the device.'],
  [
    8,
    'unreachable_handset',
    false,
    'wait',
    'roaming not allowed',
    'The phone is abroad on a network that it may not use.',
  ],
  [9, 'recipient_blocked', true, 'fix number', 'illegal subscriber', 'The network has barred this subscriber.'],
  [
    10,
    'landline_or_incapable',
    true,
    'fix number',
    'bearer service not provisioned',
    'This line cannot receive texts.',
  ],
  [
    11,
    'landline_or_incapable',
    true,
    'fix number',
    'teleservice not provisioned (no SMS on the line)',
    'This line cannot receive texts.',
  ],
  [
    12,
    'recipient_blocked',
    true,
    'stop',
    'illegal equipment (IMEI barred)',
    'The network has barred the device, for example as stolen.',
  ],
  [13, 'recipient_blocked', false, 'wait, then stop', 'call barred', 'Incoming texts are blocked on this line.'],
  [
    14,
    'provider_error',
    false,
    'ask provider',
    'forwarding violation',
    'The number forwards to a place that texts may not go to.',
  ],
  [
    15,
    'recipient_blocked',
    false,
    'stop',
    'closed user group reject',
    'The line takes texts from members of its own group only.',
  ],
  [
    20,
    'provider_error',
    false,
    'ask provider',
    'SS incompatibility',
    'The network cannot serve this kind of text on the line.',
  ],
  [
    21,
    'landline_or_incapable',
    false,
    'ask provider',
    'facility not supported',
    'The phone or its network does not support texts.',
  ],
  [
    22,
    'landline_or_incapable',
    false,
    'ask provider',
    'facility not supported by MSC (some lists)',
    'The exchange does not support texts.',
  ],
  [
    27,
    'unreachable_handset',
    false,
    'wait',
    'absent subscriber (detached, no page response)',
    'The phone was off or out of reach.',
  ],
  [
    28,
    'landline_or_incapable',
    true,
    'fix number',
    'incompatible terminal',
    'The device cannot take this kind of text.',
  ],
  [29, 'recipient_blocked', false, 'wait', 'short-term denial', 'The line is blocked for a short time.'],
  [
    30,
    'recipient_blocked',
    true,
    'stop',
    'long-term denial',
    'The line is blocked, for example because of unpaid bills.',
  ],
  [31, 'unreachable_handset', false, 'wait', 'subscriber busy for MT SMS', 'The phone was busy with another text.'],
  [
    32,
    'unreachable_handset',
    false,
    'wait',
    'SM delivery failure (often handset memory full)',
    'The phone refused the text, most often because its memory is full.',
  ],
  [
    33,
    'unreachable_handset',
    false,
    'wait',
    'message waiting list full',
    'Too many texts are already waiting for this phone.',
  ],
  [34, 'provider_error', false, 'wait', 'system failure', 'Something failed inside the network.'],
  [
    35,
    'provider_error',
    false,
    'ask provider',
    'data missing',
    'The network did not get all that it needs about the text.',
  ],
  [
    36,
    'provider_error',
    false,
    'ask provider',
    'unexpected data value',
    'The network did not understand something about the text.',
  ],
  [
    40,
    'unreachable_handset',
    false,
    'wait',
    'memory capacity exceeded (some lists)',
    'The memory of the phone is full.',
  ],
  [
    41,
    'landline_or_incapable',
    false,
    'ask provider',
    'handset protocol error (some lists)',
    'The phone answered something that the network did not understand.',
  ],
  [
    42,
    'landline_or_incapable',
    true,
    'fix number',
    'handset cannot do SMS (some lists)',
    'The phone cannot receive texts.',
  ],
  [51, 'throttled', false, 'wait', 'resource limitation', 'The network had no capacity for the text.'],
  [
    71,
    'content_rejected',
    false,
    'fix content',
    'unknown alphabet',
    'The text uses characters that the network does not know.',
  ],
  [144, 'invalid_number', true, 'fix number', 'number changed', 'The subscriber has a new number.'],
  [255, 'unknown', false, 'ask provider', 'unknown error'],
]

type CommandRow = readonly [
  code: number,
  name: string,
  failureClass: FailureClass,
  permanent: boolean | null,
  nextStep: string,
  plain: string,
]

/** SMPP 3.4 command status: what the SMSC answered to the submit. */
const COMMAND_ROWS: readonly CommandRow[] = [
  [0x01, 'ESME_RINVMSGLEN', 'content_rejected', true, 'fix content', 'The text is too long, or empty.'],
  [
    0x02,
    'ESME_RINVCMDLEN',
    'provider_error',
    true,
    'ask provider',
    'The gateway and the carrier do not understand each other.',
  ],
  [
    0x03,
    'ESME_RINVCMDID',
    'provider_error',
    true,
    'ask provider',
    'The gateway and the carrier do not understand each other.',
  ],
  [
    0x04,
    'ESME_RINVBNDSTS',
    'provider_error',
    false,
    'ask provider',
    'The gateway was not logged in properly at the carrier.',
  ],
  [0x05, 'ESME_RALYBND', 'provider_error', false, 'ask provider', 'The gateway was logged in at the carrier already.'],
  [
    0x06,
    'ESME_RINVPRTFLG',
    'provider_error',
    true,
    'ask provider',
    'The carrier does not take texts of this priority.',
  ],
  [
    0x07,
    'ESME_RINVREGDLVFLG',
    'provider_error',
    true,
    'ask provider',
    'The carrier does not accept the way in which a receipt was asked for.',
  ],
  [0x08, 'ESME_RSYSERR', 'provider_error', false, 'wait', 'Something failed at the carrier.'],
  [0x0a, 'ESME_RINVSRCADR', 'sender_rejected', true, 'fix sender', 'The carrier does not accept the sender.'],
  [0x0b, 'ESME_RINVDSTADR', 'invalid_number', true, 'fix number', 'The number is not a valid one for this carrier.'],
  [0x0c, 'ESME_RINVMSGID', 'provider_error', true, 'ask provider', 'The carrier does not know the id that was named.'],
  [0x0d, 'ESME_RBINDFAIL', 'account_problem', false, 'account', 'The gateway could not log in at the carrier.'],
  [0x0e, 'ESME_RINVPASWD', 'account_problem', false, 'account', 'The gateway has a wrong password for the carrier.'],
  [0x0f, 'ESME_RINVSYSID', 'account_problem', false, 'account', "The carrier does not know the gateway's account."],
  [0x11, 'ESME_RCANCELFAIL', 'provider_error', false, 'ask provider', 'The text could not be taken back.'],
  [0x13, 'ESME_RREPLACEFAIL', 'provider_error', false, 'ask provider', 'The text could not be replaced.'],
  [0x14, 'ESME_RMSGQFUL', 'throttled', false, 'slow down', 'Too many texts are waiting at the carrier.'],
  [
    0x15,
    'ESME_RINVSERTYP',
    'provider_error',
    true,
    'ask provider',
    'The carrier does not offer the kind of service that was asked for.',
  ],
  [0x33, 'ESME_RINVNUMDESTS', 'invalid_number', true, 'fix number', 'The list of recipients is empty or too long.'],
  [0x34, 'ESME_RINVDLNAME', 'invalid_number', true, 'fix number', 'The carrier does not know this distribution list.'],
  [0x40, 'ESME_RINVDESTFLAG', 'invalid_number', true, 'fix number', 'The list of recipients is not a valid one.'],
  [0x44, 'ESME_RCNTSUBDL', 'invalid_number', true, 'fix number', 'The carrier cannot send to a distribution list.'],
  [
    0x42,
    'ESME_RINVSUBREP',
    'content_rejected',
    true,
    'ask provider',
    'The carrier cannot replace a text that it already has.',
  ],
  [0x43, 'ESME_RINVESMCLASS', 'content_rejected', true, 'ask provider', 'The carrier does not take this kind of text.'],
  [0x45, 'ESME_RSUBMITFAIL', 'provider_error', false, 'wait', 'The carrier could not take the text.'],
  [
    0x48,
    'ESME_RINVSRCTON',
    'sender_rejected',
    true,
    'fix sender',
    'The sender is of a kind (name, short code, number) that the carrier does not accept.',
  ],
  [
    0x49,
    'ESME_RINVSRCNPI',
    'sender_rejected',
    true,
    'fix sender',
    'The sender is written in a way that the carrier does not accept.',
  ],
  [
    0x50,
    'ESME_RINVDSTTON',
    'invalid_number',
    true,
    'fix number',
    'The number is written in a way that the carrier does not accept.',
  ],
  [
    0x51,
    'ESME_RINVDSTNPI',
    'invalid_number',
    true,
    'fix number',
    'The number is written in a way that the carrier does not accept.',
  ],
  [
    0x53,
    'ESME_RINVSYSTYP',
    'provider_error',
    true,
    'ask provider',
    'The carrier does not accept how the gateway describes itself.',
  ],
  [
    0x54,
    'ESME_RINVREPFLAG',
    'provider_error',
    true,
    'ask provider',
    'The carrier does not accept the wish to replace an earlier text.',
  ],
  [
    0x55,
    'ESME_RINVNUMMSGS',
    'provider_error',
    true,
    'ask provider',
    'The number of texts that was named is not a valid one.',
  ],
  [0x58, 'ESME_RTHROTTLED', 'throttled', false, 'slow down', 'Texts were sent faster than the carrier allows.'],
  [0x61, 'ESME_RINVSCHED', 'content_rejected', true, 'ask provider', 'The carrier does not accept the planned time.'],
  [
    0x62,
    'ESME_RINVEXPIRY',
    'content_rejected',
    true,
    'ask provider',
    'The carrier does not accept how long the text may wait.',
  ],
  [
    0x63,
    'ESME_RINVDFTMSGID',
    'content_rejected',
    true,
    'fix content',
    'The carrier does not know the ready-made text that was named.',
  ],
  [
    0x64,
    'ESME_RX_T_APPN',
    'provider_error',
    false,
    'wait',
    'The receiving side could not take the text for the moment.',
  ],
  [0x65, 'ESME_RX_P_APPN', 'provider_error', true, 'ask provider', 'The receiving side will not take the text.'],
  [0x66, 'ESME_RX_R_APPN', 'unknown', true, 'ask provider', 'The receiving side refused the text.'],
  [
    0x67,
    'ESME_RQUERYFAIL',
    'provider_error',
    false,
    'ask provider',
    'The carrier could not say what became of the text.',
  ],
  [
    0xc0,
    'ESME_RINVOPTPARSTREAM',
    'provider_error',
    true,
    'ask provider',
    'The gateway and the carrier do not understand each other.',
  ],
  [
    0xc1,
    'ESME_ROPTPARNOTALLWD',
    'provider_error',
    true,
    'ask provider',
    'The gateway sent a detail that the carrier does not allow.',
  ],
  [0xc2, 'ESME_RINVPARLEN', 'provider_error', true, 'ask provider', 'The gateway sent a detail of the wrong length.'],
  [0xc3, 'ESME_RMISSINGOPTPARAM', 'provider_error', true, 'ask provider', 'The carrier misses a detail that it needs.'],
  [
    0xc4,
    'ESME_RINVOPTPARAMVAL',
    'provider_error',
    true,
    'ask provider',
    'The gateway sent a detail that the carrier does not accept.',
  ],
  [
    0xfe,
    'ESME_RDELIVERYFAILURE',
    'unknown',
    false,
    'ask provider',
    'The carrier could not deliver the text and does not say why.',
  ],
  [0xff, 'ESME_RUNKNOWNERR', 'unknown', false, 'ask provider', 'The carrier refused the text and does not say why.'],
]

const GSM = errorTable(GSM_ROWS)
const COMMAND_BY_NUMBER = new Map<number, ErrorMeaning>(
  COMMAND_ROWS.map(([code, name, failureClass, permanent, nextStep, plain]) => [
    code,
    { failureClass, name, permanent, nextStep, plain },
  ]),
)
const COMMAND_BY_NAME = new Map<string, ErrorMeaning>(
  [...COMMAND_BY_NUMBER.values()].map((meaning) => [meaning.name, meaning]),
)

const VENDOR: ErrorMeaning = {
  failureClass: 'unknown',
  name: 'vendor code',
  permanent: null,
  nextStep: 'ask provider',
  plain: 'The carrier has a code of its own for this; only the carrier can say what it means.',
}

/** Codes of a receipt, as lines of the code dictionary. */
export const GSM_ERROR_ENTRIES: readonly ErrorEntry[] = errorEntries(GSM)

/** Both tables as lines of the code dictionary; the answer to a submit as number. */
export const SMPP_ERROR_ENTRIES: readonly ErrorEntry[] = [
  ...GSM_ERROR_ENTRIES,
  ...[...COMMAND_BY_NUMBER].map(([code, meaning]) => ({ code: commandHex(code), ...meaning })),
  { code: `${commandHex(0x400)}-${commandHex(0x4ff)}`, ...VENDOR },
]

/** The answer to a submit, by its name. */
export const COMMAND_NAME_ENTRIES: readonly ErrorEntry[] = errorEntries(COMMAND_BY_NAME)

function commandHex(code: number): string {
  return `0x${code.toString(16).padStart(8, '0')}`
}

/** What an `err` like "001" or "27" means; undefined when it is no number of the table. */
export function explainGsmError(err: string): ErrorMeaning | undefined {
  return /^\d{1,5}$/.test(err) ? GSM.get(String(Number(err))) : undefined
}

/** What a command status like "0x0000000b" means; undefined for numbers that SMPP 3.4 does not define. */
export function explainCommandStatus(hex: string): ErrorMeaning | undefined {
  // A line of the dictionary may be a range; it means what its first number means.
  if (!/^0x[0-9a-f]{1,8}(?:-0x[0-9a-f]{1,8})?$/i.test(hex)) return undefined
  const code = parseInt(hex, 16)
  return code >= 0x400 && code <= 0x4ff ? VENDOR : COMMAND_BY_NUMBER.get(code)
}

/** What a command status like "ESME_RINVDSTADR" means; undefined for names that SMPP 3.4 does not have. */
export function explainCommandName(name: string): ErrorMeaning | undefined {
  return COMMAND_BY_NAME.get(name)
}
