import https from 'node:https'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aws } from '@/lib/providers/aws'
import {
  certificate,
  CERTIFICATE_URL,
  confirmation,
  notification,
  SENT_AT,
  signed,
  type SnsMessage,
  TOPIC,
} from '@/lib/providers/aws/snsMessage.fixture'

type Validator = new () => { validate(message: SnsMessage, callback: (error: Error | null) => void): void }
const MessageValidator = createRequire(import.meta.url)('sns-validator') as Validator

const fetched: string[] = []

/** The library fetches the certificate itself; here it gets ours, whatever it asks for. */
beforeEach(() => {
  vi.spyOn(https, 'get').mockImplementation(((url: string, respond: (response: Readable) => void) => {
    fetched.push(url)
    respond(Object.assign(Readable.from([certificate]), { statusCode: 200 }))
    return new Readable()
  }) as unknown as typeof https.get)
})
afterEach(() => vi.restoreAllMocks())

/** What Amazon's own library says. */
function theirs(message: SnsMessage): Promise<boolean> {
  return new Promise((resolve) => new MessageValidator().validate({ ...message }, (error) => resolve(error === null)))
}

/** What Landed says, with the certificate that it asks for. */
function ours(message: SnsMessage): boolean {
  const rawBody = Buffer.from(JSON.stringify(message))
  const request = { method: 'POST', url: 'https://h.example/api/callbacks/aws/c1', headers: {}, rawBody }
  const secrets = { topicArns: TOPIC }
  const needs = aws.needs?.(request, secrets) ?? []
  const answers = new Map(needs.map(({ url }) => [url, certificate]))
  return aws.verify(request, secrets, { now: SENT_AT, fetched: answers }).ok
}

describe.each(['1', '2'])('signature version %s', (SignatureVersion) => {
  const notice = signed(notification('{"a":"ä\\n€"}', { SignatureVersion }))
  const titled = signed(notification('text', { SignatureVersion, Subject: 'Sübject' }))
  const asked = signed(confirmation('SubscriptionConfirmation', { SignatureVersion }))
  const unasked = confirmation('UnsubscribeConfirmation', { SignatureVersion })

  test.each([
    ['a notification', notice],
    ['a notification with a subject', titled],
    ['a confirmation', asked],
    ['the end of a subscription, as the library expects it (without Token)', signed(unasked, 'Token')],
  ])('both accept %s', async (_, message) => {
    expect([await theirs(message), ours(message)]).toEqual([true, true])
  })

  test.each([
    ['another Message', { ...notice, Message: '{}' }],
    ['another Subject', { ...titled, Subject: 'x' }],
    ['no Subject', { ...titled, Subject: undefined }],
    ['another MessageId', { ...notice, MessageId: 'x' }],
    ['another Timestamp', { ...notice, Timestamp: '2025-03-04T14:16:03.121Z' }],
    ['another Token', { ...asked, Token: 'x' }],
    ['another SubscribeURL', { ...asked, SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/' }],
    ['another signature', { ...notice, Signature: titled.Signature }],
    [
      'a foreign certificate',
      { ...notice, SigningCertURL: 'https://sns.eu-west-1.amazonaws.com.attacker.example/x.pem' },
    ],
  ])('both refuse %s', async (_, message) => {
    const present = Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined))
    expect([await theirs(present), ours(present)]).toEqual([false, false])
  })

  test('the end of a subscription, signed as documented, is accepted here alone', async () => {
    expect([await theirs(signed(unasked)), ours(signed(unasked))]).toEqual([false, true])
  })
})

test('where the library is too loose, Landed is not', async () => {
  const query = signed(notification('x', { SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/?Action=x&y=.pem' }))
  const foreign = signed(notification('x', { TopicArn: `${TOPIC}-other` }))
  for (const message of [query, foreign]) expect([await theirs(message), ours(message)]).toEqual([true, false])
  expect(fetched).toContain(CERTIFICATE_URL)
})
