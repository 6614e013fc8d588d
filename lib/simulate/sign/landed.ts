import { createHmac } from 'node:crypto'
import type { Secrets } from '@/lib/providers/types'
import type { SimulatedCallback } from '../SimulatedCallback'
import type { SignedRequest } from './SignedRequest'
import { pathOf } from './pathOf'

/** A receipt in Landed's own format, signed as Standard Webhooks says. `sentAt` is the signing time, ms UTC. */
export function signLanded(
  secrets: Secrets,
  publicUrl: string,
  callback: SimulatedCallback,
  sentAt: number,
): SignedRequest {
  const body = JSON.stringify({
    providerMessageId: callback.messageId,
    clientReference: callback.reference,
    status: callback.word,
    failureClass: callback.code,
    recipient: callback.recipient,
    sender: callback.sender,
    occurredAt: new Date(callback.occurredAt).toISOString(),
    mccmnc: callback.network,
    segments: callback.segments,
    price: callback.price,
    currency: 'EUR',
    purpose: callback.purpose,
    location: callback.location,
    campaign: callback.campaign,
  })
  const timestamp = String(Math.floor(sentAt / 1000))
  return {
    method: 'POST',
    path: pathOf(publicUrl),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'landed-sender/1.0',
      'webhook-id': callback.eventId,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${sign(secrets['signingSecret'] ?? '', `${callback.eventId}.${timestamp}.${body}`)}`,
    },
    body,
  }
}

function sign(signingSecret: string, text: string): string {
  const key = Buffer.from(signingSecret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key).update(text, 'utf8').digest('base64')
}
