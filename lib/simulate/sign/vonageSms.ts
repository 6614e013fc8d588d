import { createHash, createHmac } from 'node:crypto'
import type { Secrets } from '@/lib/providers/types'
import type { SimulatedCallback } from '../SimulatedCallback'
import type { SignedRequest } from './SignedRequest'
import { pathOf } from './pathOf'

type Fields = Record<string, string>
type Shape = 'get' | 'form' | 'json'
const SHAPES: readonly Shape[] = ['get', 'form', 'json']

/**
 * A delivery receipt of the Vonage SMS API. Vonage calls in one of three shapes, as its account says; the message id
 * chooses here, so that a run tries all three and a message keeps to one. `sentAt` is the signing time, ms UTC.
 */
export function signVonageSms(
  secrets: Secrets,
  publicUrl: string,
  callback: SimulatedCallback,
  sentAt: number,
): SignedRequest {
  const fields = fieldsOf(callback, sentAt)
  const shape = shapeOf(callback.messageId)
  const secret = secrets['signatureSecret']
  // An account that does not sign is told apart by the token in the URL.
  if (!secret) return inShape(shape, `${publicUrl}/${secrets['token'] ?? ''}`, fields)
  return inShape(shape, publicUrl, { ...fields, sig: sign(secret, secrets['signatureAlgorithm'], fields) })
}

function fieldsOf(callback: SimulatedCallback, sentAt: number): Fields {
  return {
    msisdn: callback.recipient.slice(1),
    to: callback.sender,
    'network-code': callback.network,
    messageId: callback.messageId,
    price: Number(callback.price).toFixed(8),
    status: callback.word,
    scts: new Date(callback.occurredAt).toISOString().replace(/\D/g, '').slice(2, 12),
    'err-code': callback.code ?? '0',
    'api-key': 'a1b2c3d4',
    'message-timestamp': new Date(callback.occurredAt).toISOString().slice(0, 19).replace('T', ' '),
    'client-ref': callback.reference,
    timestamp: String(Math.floor(sentAt / 1000)),
    nonce: callback.eventId,
  }
}

function sign(secret: string, algorithm: string | undefined, fields: Fields): string {
  const names = Object.keys(fields).sort()
  const text = names.map((name) => `&${name}=${(fields[name] ?? '').replace(/[&=]/g, '_')}`).join('')
  if (!algorithm || algorithm === 'md5hash')
    return createHash('md5')
      .update(text + secret, 'utf8')
      .digest('hex')
  return createHmac(algorithm, secret).update(text, 'utf8').digest('hex')
}

function shapeOf(messageId: string): Shape {
  return SHAPES[messageId.charCodeAt(messageId.length - 1) % SHAPES.length] ?? 'form'
}

function inShape(shape: Shape, publicUrl: string, fields: Fields): SignedRequest {
  const path = pathOf(publicUrl)
  const query = new URLSearchParams(fields).toString()
  const headers = { 'user-agent': 'Vonage/MessagingHUB/v1.0' }
  if (shape === 'get') return { method: 'GET', path: `${path}?${query}`, headers, body: '' }
  const [type, body] =
    shape === 'json'
      ? ['application/json', JSON.stringify(fields)]
      : ['application/x-www-form-urlencoded; charset=UTF-8', query]
  return { method: 'POST', path, headers: { ...headers, 'content-type': type }, body }
}
