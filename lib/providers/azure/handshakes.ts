import type { CallbackRequest, Parsed, Reply } from '../types'
import { dataOf, isOfType, VALIDATION } from './events'

/** Event Grid's own names in its three clouds. Nobody else is told that they may post here. */
const ORIGINS = new Set(['eventgrid.azure.net', 'eventgrid.azure.us', 'eventgrid.azure.cn'])
const LONGEST_CODE = 255

/** CloudEvents: an OPTIONS request that asks whether events may be posted here, and how many a minute. */
export function answerOptions(request: CallbackRequest): Parsed {
  const origin = request.headers['webhook-request-origin']?.trim().toLowerCase() ?? ''
  const rate = request.headers['webhook-request-rate']?.trim() ?? ''
  const ignored = 'Event Grid asks whether events may be posted to this URL (CloudEvents handshake).'
  if (!ORIGINS.has(origin)) {
    const stranger = 'Somebody else than Event Grid asks whether events may be posted here. The answer does not say so.'
    return { receipts: [], unreadable: [], ignored: stranger, reply: { status: 200, body: '' } }
  }
  const headers = {
    'webhook-allowed-origin': origin,
    ...(/^[1-9]\d{0,8}$/.test(rate) ? { 'webhook-allowed-rate': rate } : {}),
  }
  return { receipts: [], unreadable: [], ignored, reply: { status: 200, body: '', headers } }
}

/** The code of a validation event; undefined for every other event, and for a code that is none. */
export function validationCode(event: unknown): string | undefined {
  if (!isOfType(event, VALIDATION)) return undefined
  const code = dataOf(event)?.validationCode
  return typeof code === 'string' && code !== '' && code.length <= LONGEST_CODE ? code : undefined
}

/** Event Grid schema: the code must come back as JSON with 200 (after a 202 the subscription is never confirmed). */
export function answerValidation(event: unknown): Reply | undefined {
  const code = validationCode(event)
  if (code === undefined) return undefined
  const body = JSON.stringify({ validationResponse: code })
  return { status: 200, body, contentType: 'application/json; charset=utf-8' }
}
