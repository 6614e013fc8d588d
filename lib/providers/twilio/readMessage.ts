import { cleanLabel } from '../cleanText'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readId, requireId } from '../readId'
import { readStatus } from '../statusTable'
import type { Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { INBOUND_STATUSES, STATUSES } from './statuses'

/** What a form and an event have in common, as sent. */
export interface MessageFields {
  id: string | undefined
  idField: string
  status: string | undefined
  statusField: string
  errorCode: string | undefined
  to: string | undefined
  from: string | undefined
  occurredAt: number | null
  segments?: number
}

/** One receipt; null for an inbound text. Throws UnreadableError. */
export function readMessage(fields: MessageFields): Receipt | null {
  const rawStatus = fields.status
  if (!rawStatus) throw new UnreadableError('missing_field', `${fields.statusField} is missing.`)
  const word = rawStatus.toLowerCase()
  if (INBOUND_STATUSES.has(word)) return null
  const read = readStatus(STATUSES, word)
  const judged = { ...read, rawStatus: cleanLabel(rawStatus) || read.rawStatus }
  const providerMessageId = requireId(fields.id, fields.idField)
  const errorCode = readErrorCode(fields.errorCode)
  const receipt: Receipt = {
    providerMessageId,
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: fields.to ? toE164(fields.to) : null,
    sender: fields.from ? toSender(cleanLabel(fields.from)) : null,
    occurredAt: fields.occurredAt,
  }
  if (fields.segments !== undefined) receipt.segments = fields.segments
  return receipt
}

function readErrorCode(code: string | undefined): string | null {
  const sent = readId(code, 'ErrorCode')
  return sent === undefined || sent === '0' ? null : sent
}
