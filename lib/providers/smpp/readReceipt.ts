import { cleanLabel, cleanText, quoteShort } from '../cleanText'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readId } from '../readId'
import { smppErr } from '../smppErr'
import { parseSmppReceiptText, type SmppReceiptText } from '../smppReceiptText'
import { readStatus } from '../statusTable'
import type { Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import type { Fields } from './fields'
import { readNetworkErrorCode } from './networkErrorCode'
import { readOccurredAt } from './receiptTime'
import { intermediateStatus, STATES } from './statuses'

/** Bits 2 to 5 of esm_class: what kind of message a deliver_sm is. */
const KIND = 0x3c
const RECEIPT = 0x04
const INTERMEDIATE = 0x20
const NO_TEXT = parseSmppReceiptText('')

/**
 * One receipt; null for a deliver_sm that is none (an inbound text, the acknowledgement of a handset). A TLV wins over
 * what the text says. Throws UnreadableError for what cannot be read.
 */
export function readReceipt(fields: Fields): Receipt | null {
  const kind = kindOf(fields('esm_class'))
  if (kind !== undefined && kind !== RECEIPT && kind !== INTERMEDIATE) return null
  const sent = fields('text') ?? fields('short_message')
  const text = sent === undefined ? NO_TEXT : parseSmppReceiptText(cleanText(sent))
  const read = readState(fields, text)
  const status = kind === INTERMEDIATE && !read.unrecognised ? intermediateStatus(read.status) : read.status
  const errorCode = errorCodeOf(fields, text)
  return {
    ...keysOf(fields, text),
    ...read,
    status,
    failureClass: failureClassFor(status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    // A receipt travels the other way: it comes from the handset and goes to the sender of the text.
    recipient: toE164(fields('source_addr') ?? ''),
    sender: toSender(cleanLabel(fields('destination_addr') ?? '')),
    occurredAt: readOccurredAt(fields, text.doneDate),
    ...routeOf(fields),
  }
}

function kindOf(sent: string | undefined): number | undefined {
  if (sent === undefined) return undefined
  const byte = readByte(sent)
  if (byte === undefined) {
    throw new UnreadableError('invalid_value', `esm_class must be a number up to 255, but is ${quoteShort(sent)}.`)
  }
  return byte & KIND
}

/** A byte as decimal number or as hex with "0x"; undefined for anything else. */
function readByte(sent: string): number | undefined {
  if (!/^(?:\d{1,3}|0x[0-9a-f]{1,2})$/i.test(sent)) return undefined
  const byte = Number(sent)
  return byte <= 0xff ? byte : undefined
}

/** What became of the text, by number or by word; words are known in small letters too. */
function readState(fields: Fields, { stat }: SmppReceiptText): ReturnType<typeof readStatus> {
  const sent = fields('message_state') ?? stat
  if (!sent) {
    const reason = 'There is neither message_state nor a text with "stat:", so it is not known what became of the text.'
    throw new UnreadableError('missing_field', reason)
  }
  const number = readByte(sent)
  if (number !== undefined) return readStatus(STATES, String(number))
  const read = readStatus(STATES, sent.toUpperCase())
  return { ...read, rawStatus: cleanLabel(sent) || read.rawStatus }
}

function errorCodeOf(fields: Fields, { err }: SmppReceiptText): string | null {
  const sent = fields('network_error_code')
  return sent === undefined ? smppErr(err) : readNetworkErrorCode(sent)
}

/** `message_id` is for a client that has matched the receipt to its submit_sm_resp itself. */
function keysOf(fields: Fields, { id }: SmppReceiptText): Pick<Receipt, 'providerMessageId' | 'clientReference'> {
  const providerMessageId =
    readId(fields('message_id'), 'message_id') ??
    readId(fields('receipted_message_id'), 'receipted_message_id') ??
    readId(id ?? undefined, 'id') ??
    null
  const clientReference = readId(fields('client_reference'), 'client_reference')
  if (clientReference !== undefined) return { providerMessageId, clientReference }
  if (providerMessageId !== null) return { providerMessageId }
  const reason = 'There is no receipted_message_id, and no "id:" in the text, so the message is not known.'
  throw new UnreadableError('missing_field', reason)
}

function routeOf(fields: Fields): { route?: string } {
  const route = cleanLabel(fields('smsc') ?? fields('route') ?? '')
  return route === '' ? {} : { route }
}
