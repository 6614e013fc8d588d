import { createHmac } from 'node:crypto'
import type { HmacProof } from '@/lib/contracts/mappingProof'
import { parseSignedTemplate, type SignedPart } from '@/lib/contracts/signedTemplate'
import { constantTimeEquals } from '../constantTimeEquals'
import { firstValue } from '../formDecoder'
import { readIsoTime } from '../isoTime'
import { queryForm } from '../requestForm'
import type { Adapter, CallbackRequest, RefusalCode, Verdict } from '../types'
import { UnreadableError } from '../UnreadableError'
import { wireText } from '../wireText'
import { headerOf } from './headerOf'

type Timestamp = NonNullable<HmacProof['timestamp']>

/** A header with more elements than that is no signature. */
const MOST_ELEMENTS = 20

/** Checks an HMAC as the mapping describes it; the time that was signed may be off by the tolerance. */
export function compileHmac(proof: HmacProof): Adapter['verify'] {
  const parts = parseSignedTemplate(proof.signed) ?? []
  return (request, secrets, { now }) => {
    const sent = headerOf(request, proof.header)
    if (!sent) return refuse('signature_missing', `The header ${proof.header} is missing.`)
    const given = proof.element === null ? [sent] : elementsOf(sent, proof.element)
    if (given.length === 0) return refuse('signature_missing', `${proof.header} has no element ${proof.element}.`)
    const timestamp = proof.timestamp && timestampText(proof.timestamp, request, sent)
    if (timestamp === undefined) return refuse('signature_missing', 'The request came without its timestamp.')
    const expected = sign(proof, parts, request, timestamp ?? '', secrets.signingSecret ?? '')
    if (!given.some((signature) => fits(proof, signature, expected)))
      return refuse(
        'signature_wrong',
        'The signature does not fit. Check the secret and what the mapping says is signed.',
      )
    return proof.timestamp ? checkAge(proof.timestamp, timestamp ?? '', now) : { ok: true }
  }
}

/** "t=1,v1=a,v1=b": the values of one name. */
function elementsOf(header: string, name: string): string[] {
  const elements = header.split(',', MOST_ELEMENTS).map((each) => each.trim())
  return elements.filter((each) => each.startsWith(`${name}=`)).map((each) => each.slice(name.length + 1))
}

function timestampText({ from, name }: Timestamp, request: CallbackRequest, header: string): string | undefined {
  if (from === 'header') return headerOf(request, name) || undefined
  if (from === 'query') return firstValue(queryForm(request), name) || undefined
  return elementsOf(header, name)[0] || undefined
}

/** Empty for a secret that is not set or is no key: then nothing fits. */
function sign(
  { algorithm, encoding, key }: HmacProof,
  parts: readonly SignedPart[],
  request: CallbackRequest,
  timestamp: string,
  secret: string,
): string {
  const bytes = Buffer.from(secret, key === 'text' ? 'utf8' : key)
  if (bytes.length === 0 || parts.length === 0) return ''
  const hmac = createHmac(algorithm, bytes)
  for (const part of parts) hmac.update(pieceOf(part, request, timestamp))
  return hmac.digest(encoding)
}

function pieceOf(part: SignedPart, request: CallbackRequest, timestamp: string): string | Buffer {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'body':
      return request.rawBody
    case 'url':
      return wireText(request.url)
    case 'path':
      return pathOf(wireText(request.url))
    case 'method':
      return request.method
    case 'timestamp':
      return timestamp
    case 'header':
      return headerOf(request, part.name) ?? ''
    case 'query':
      return firstValue(queryForm(request), part.name) ?? ''
  }
}

/** The path without scheme, host and query. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const query = url.indexOf('?')
  return start === -1 ? '/' : url.slice(start, query === -1 ? undefined : query)
}

function fits({ prefix, encoding }: HmacProof, given: string, expected: string): boolean {
  if (!given.startsWith(prefix)) return false
  const bare = given.slice(prefix.length).trim()
  return constantTimeEquals(encoding === 'hex' ? bare.toLowerCase() : unpadded(bare), unpadded(expected))
}

/** Base64 with and without "=" at its end says the same. */
function unpadded(text: string): string {
  let end = text.length
  while (text[end - 1] === '=') end--
  return text.slice(0, end)
}

function checkAge({ unit, toleranceSeconds }: Timestamp, text: string, now: number): Verdict {
  const age = Math.abs(now - momentOf(unit, text))
  // Not "greater than": NaN is no time.
  if (age <= toleranceSeconds * 1000) return { ok: true }
  return refuse('timestamp_stale', `The signature is right, but its time is more than ${toleranceSeconds} seconds off.`)
}

function momentOf(unit: Timestamp['unit'], text: string): number {
  if (unit !== 'iso') return /^\d{1,15}$/.test(text) ? Number(text) * (unit === 's' ? 1000 : 1) : NaN
  try {
    return readIsoTime(text, 'timestamp') ?? NaN
  } catch (error) {
    if (error instanceof UnreadableError) return NaN
    throw error
  }
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
