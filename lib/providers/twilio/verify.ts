import { hash, timingSafeEqual } from 'node:crypto'
import type { Form } from '../formDecoder'
import { hmacSha1 } from '../hmacSha1'
import { bodyForm } from '../requestForm'
import type { CallbackRequest, Secrets, Verdict } from '../types'
import { wireText } from '../wireText'
import { otherSignedUrls } from './signedUrls'

/** Base64 of the 20 bytes of a SHA-1. */
const SIGNATURE_LENGTH = 28
const BODY_HASH = /[?&]bodySHA256=([0-9a-fA-F]{64})(?:&|$)/

/**
 * Checks `X-Twilio-Signature`: HMAC-SHA1 over the public URL and, for a form, its sorted parameters; with `bodySHA256`
 * in the URL, over the URL alone, which then vouches for the hash of the body. Twilio signs no time, so an old request
 * can come again: whoever stores it must not count it twice.
 */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  const signature = request.headers['x-twilio-signature']
  if (!signature) {
    return { ok: false, code: 'signature_missing', reason: 'The header X-Twilio-Signature is missing.' }
  }
  const authToken = secrets.authToken
  if (!authToken || signature.length !== SIGNATURE_LENGTH) return WRONG
  const url = wireText(request.url)
  if (request.method === 'GET') return verdict(fits(authToken, signature, url, ''))
  return verdict(
    fits(authToken, signature, url, joinParameters(bodyForm(request))) ||
      (bodyHashFits(url, request.rawBody) && fits(authToken, signature, url, '')),
  )
}

const WRONG: Verdict = {
  ok: false,
  code: 'signature_wrong',
  reason:
    'The signature does not fit. Check that the auth token is the primary one of this account or sub-account, and ' +
    'that the public URL is the one that Twilio calls.',
}

function verdict(ok: boolean): Verdict {
  return ok ? { ok } : WRONG
}

function fits(authToken: string, signature: string, url: string, parameters: string): boolean {
  const given = Buffer.from(signature)
  // A multi-byte character makes the buffer longer than the text: timingSafeEqual would throw.
  if (given.length !== SIGNATURE_LENGTH) return false
  const isSignatureOf = (candidate: string) => timingSafeEqual(given, sign(authToken, candidate + parameters))
  return isSignatureOf(url) || otherSignedUrls(url).some(isSignatureOf)
}

function sign(authToken: string, text: string): Buffer {
  return Buffer.from(hmacSha1(authToken, text), 'latin1')
}

function bodyHashFits(url: string, body: Buffer): boolean {
  const expected = BODY_HASH.exec(url)?.[1]
  if (!expected) return false
  return timingSafeEqual(hash('sha256', body, 'buffer'), Buffer.from(expected, 'hex'))
}

/** Names sorted by code unit, each followed by its value; a repeated name by its distinct values, sorted. */
function joinParameters({ names, values }: Form): string {
  const order = names.map((_, index) => index)
  order.sort((a, b) => compare(names[a]!, names[b]!) || compare(values[a]!, values[b]!))
  let text = ''
  let previous = -1
  for (const index of order) {
    const repeated = previous !== -1 && names[previous] === names[index] && values[previous] === values[index]
    if (!repeated) text += names[index]! + values[index]!
    previous = index
  }
  return text
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
