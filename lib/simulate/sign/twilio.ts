import { createHmac } from 'node:crypto'
import type { Secrets } from '@/lib/providers/types'
import type { SimulatedCallback } from '../SimulatedCallback'
import type { SignedRequest } from './SignedRequest'
import { pathOf } from './pathOf'

/** A Twilio status callback: form body, HMAC-SHA1 over the public URL and the sorted parameters. */
export function signTwilio(secrets: Secrets, publicUrl: string, callback: SimulatedCallback): SignedRequest {
  const fields: [string, string][] = [
    ['ApiVersion', '2010-04-01'],
    ['MessageSid', callback.messageId],
    ['SmsSid', callback.messageId],
    ['SmsStatus', callback.word],
    ['MessageStatus', callback.word],
    ['To', callback.recipient],
    ['From', callback.sender],
    ['AccountSid', 'AC00000000000000000000000000000000'],
    ...(callback.code === null ? [] : ([['ErrorCode', callback.code]] as [string, string][])),
  ]
  return {
    method: 'POST',
    path: pathOf(publicUrl),
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'user-agent': 'TwilioProxy/1.1',
      'x-twilio-signature': twilioSignature(secrets['authToken'] ?? '', publicUrl, fields),
      'i-twilio-idempotency-token': callback.eventId,
    },
    body: new URLSearchParams(fields).toString(),
  }
}

function twilioSignature(authToken: string, url: string, fields: readonly [string, string][]): string {
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1))
  const signed = url + sorted.map(([name, value]) => name + value).join('')
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64')
}
