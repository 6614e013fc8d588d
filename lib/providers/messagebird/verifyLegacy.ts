import { createHmac, hash } from 'node:crypto'
import { escape } from 'node:querystring'
import { constantTimeEquals } from '../constantTimeEquals'
import type { Form } from '../formDecoder'
import { parseUnixSeconds } from '../readTime'
import { queryForm } from '../requestForm'
import type { CallbackRequest, RefusalCode, Verdict } from '../types'

const TOLERANCE_MS = 100 * 1000

/**
 * The older `MessageBird-Signature`: HMAC-SHA256 over the timestamp, the query sorted and encoded anew, and the hash of
 * the body; good for 100 seconds. `now` in ms UTC. Neither scheme, host nor path is signed.
 */
export function verifyLegacy(request: CallbackRequest, signature: string, key: string, now: number): Verdict {
  const timestamp = request.headers['messagebird-request-timestamp']
  if (!timestamp) return refuse('signature_missing', 'The header MessageBird-Request-Timestamp is missing.')
  const bodyHash = hash('sha256', request.rawBody, 'buffer')
  const fits = signedQueries(queryForm(request)).some((query) => {
    const expected = createHmac('sha256', key).update(`${timestamp}\n${query}\n`).update(bodyHash)
    return constantTimeEquals(signature, expected.digest('base64'))
  })
  if (!fits || key === '') return refuse('signature_wrong', WRONG)
  // Unlike MessageBird's own library, a timestamp of the future is refused as well.
  if (Math.abs(now - parseUnixSeconds(timestamp)) < TOLERANCE_MS) return { ok: true }
  return refuse('timestamp_stale', 'The signature is right, but its timestamp is more than 100 seconds off.')
}

const WRONG =
  'The signature does not fit. Check the signing key (not the API key): MessageBird dashboard, Developer settings.'

/** Libraries write a space as "%20" or as "+", and spare other characters: both say the same. */
function signedQueries(query: Form): string[] {
  const plain = sortedQuery(query, escape)
  const asForm = sortedQuery(query, (text) => new URLSearchParams([[text, '']]).toString().slice(0, -1))
  return plain === asForm ? [plain] : [plain, asForm]
}

function sortedQuery({ names, values }: Form, encode: (text: string) => string): string {
  const order = names.map((_, index) => index).sort((a, b) => compare(names[a]!, names[b]!) || a - b)
  return order.map((index) => `${encode(names[index]!)}=${encode(repaired(names[index]!, values[index]!))}`).join('&')
}

/** A "+" that was not encoded arrives as a space. */
function repaired(name: string, value: string): string {
  return name === 'statusDatetime' ? value.replaceAll(' ', '+') : value
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
