import { generateKeyPairSync } from 'node:crypto'
import carriers from '@/lib/carriers/carriers.json'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest, Secrets } from '../types'
import { aws } from '.'
import { networkOfNumbers } from './networks'
import {
  certificate,
  CERTIFICATE_URL,
  confirmation,
  notification,
  SENT_AT,
  signed,
  type SnsMessage,
  TOPIC,
} from './snsMessage.fixture'
import { certificateUrl, snsUrl } from './snsUrl'
import { testCertificate } from './testCertificate.fixture'

const MINUTE = 60_000
const EVENT = {
  eventType: 'TEXT_DELIVERED',
  eventTimestamp: 1741097763470,
  isFinal: true,
  messageId: '862a8790-0000-4000-8000-000000000001',
  originationPhoneNumber: '+13125550101',
  destinationPhoneNumber: '+12025550123',
  mcc: '310',
  mnc: '800',
  carrierName: 'Example Wireless',
  messageStatus: 'DELIVERED',
  context: { reference: 'order-42' },
  totalMessageParts: 2,
  totalMessagePrice: 0.00883,
  totalCarrierFee: 0.003,
}
const good = (changes: SnsMessage = {}) => signed(notification(JSON.stringify(EVENT), changes))

function post(body: unknown, path = '', headers: Record<string, string> = {}): CallbackRequest {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const url = `https://h.example/api/callbacks/aws/c1${path}`
  return { method: 'POST', url, headers: { 'content-type': 'text/plain; charset=UTF-8', ...headers }, rawBody }
}
const LISTED = { topicArns: `arn:aws:sns:eu-west-1:1:other,\n ${TOPIC}` }
const FETCHED = new Map([[CERTIFICATE_URL, certificate]])
const verify = (request: CallbackRequest, secrets: Secrets = LISTED, now = SENT_AT, fetched = FETCHED) =>
  aws.verify(request, secrets, { now, fetched })
const receiptsOf = (body: unknown) => aws.parse(post(body)).receipts
const read = (changes: object) => receiptsOf({ ...EVENT, ...changes })[0]!

describe('signature', () => {
  describe.each(['1', '2'])('version %s', (SignatureVersion) => {
    test.each([
      ['Notification', good({ SignatureVersion })],
      ['Notification with Subject', good({ SignatureVersion, Subject: 'Größe' })],
      ['Notification of AWS Lambda', signed({ ...good({ SignatureVersion }), Subject: null })],
      ['SubscriptionConfirmation', signed(confirmation('SubscriptionConfirmation', { SignatureVersion }))],
      ['UnsubscribeConfirmation', signed(confirmation('UnsubscribeConfirmation', { SignatureVersion }))],
      [
        'UnsubscribeConfirmation signed without Token',
        signed(confirmation('UnsubscribeConfirmation', { SignatureVersion }), 'Token'),
      ],
    ])('%s', (_, message) => expect(verify(post(message))).toEqual({ ok: true }))
  })

  test('SigningCertUrl, as AWS Lambda spells it', () => {
    const { SigningCertURL, ...rest } = good()
    expect(verify(post({ ...rest, SigningCertUrl: SigningCertURL }))).toEqual({ ok: true })
  })

  test('without Token only an UnsubscribeConfirmation gets a second chance', () => {
    const message = signed(confirmation('SubscriptionConfirmation'), 'Token')
    expect(verify(post(message))).toMatchObject({ code: 'signature_wrong' })
  })

  test.each(['Message', 'MessageId', 'Timestamp', 'TopicArn'])('a changed %s is refused', (field) => {
    const changed = { ...good(), [field]: `${String(good()[field])} ` }
    expect(verify(post(changed), { topicArns: `${TOPIC} ` })).toMatchObject({ ok: false })
    expect(verify(post({ ...good(), [field]: 5 }))).toMatchObject({ ok: false })
    expect(verify(post({ ...good(), [field]: undefined }))).toMatchObject({ ok: false })
  })
  test.each(['Token', 'SubscribeURL'])('a changed %s is refused', (field) => {
    const message = { ...signed(confirmation('SubscriptionConfirmation')), [field]: 'https://sns.x-1.amazonaws.com/' }
    expect(verify(post(message))).toMatchObject({ code: 'signature_wrong' })
  })
  test('a Subject put in, another type, the signature of another message', () => {
    expect(verify(post({ ...good(), Subject: 'x' }))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post({ ...good(), Type: 'SubscriptionConfirmation' }))).toMatchObject({ code: 'signature_wrong' })
    const other = signed(notification('{}'))
    expect(verify(post({ ...good(), Signature: other.Signature }))).toMatchObject({ code: 'signature_wrong' })
  })
  test('the version decides how it is checked; there is no third', () => {
    expect(verify(post({ ...good(), SignatureVersion: '1' }))).toMatchObject({ code: 'signature_wrong' })
    for (const SignatureVersion of ['3', '', undefined, 1, 'constructor'])
      expect(verify(post({ ...good(), SignatureVersion }))).toMatchObject({ code: 'signature_wrong' })
  })
  test.each(['', undefined, null, 5])('Signature %j is none', (Signature) => {
    expect(verify(post({ ...good(), Signature }), { ...LISTED, token: 't' })).toMatchObject({
      code: 'signature_missing',
    })
    expect(verify(post({ ...good(), Signature }, '/t'), { token: 't' })).toMatchObject({ code: 'signature_missing' })
  })
  test('the certificate of somebody else', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const other = new Map([[CERTIFICATE_URL, testCertificate(privateKey, publicKey)]])
    expect(verify(post(good()), LISTED, SENT_AT, other)).toMatchObject({ code: 'signature_wrong' })
  })
  test('a certificate that could not be fetched, or is none', () => {
    for (const fetched of [new Map(), new Map([[CERTIFICATE_URL, '<html>']])])
      expect(verify(post(good()), LISTED, SENT_AT, fetched)).toMatchObject({ code: 'unverifiable' })
    expect(aws.verify(post(good()), LISTED, { now: SENT_AT })).toMatchObject({ code: 'unverifiable' })
  })
})

describe('certificate URL', () => {
  test.each([CERTIFICATE_URL, 'https://sns.cn-north-1.amazonaws.com.cn/a/b.pem'])('%s', (url) => {
    expect(certificateUrl(url)).toBe(url)
  })
  test.each([
    CERTIFICATE_URL.replace('https', 'http'),
    'https://sns.eu-west-1.amazonaws.com.attacker.example/x.pem',
    'https://sns.eu-west-1.amazonaws.com@attacker.example/x.pem',
    'https://user@sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com:8443/x.pem',
    'https://attacker.example/sns.eu-west-1.amazonaws.com/x.pem',
    'https://sns.eu.west.amazonaws.com/x.pem',
    'https://sns.eu-west-1xamazonaws.com/x.pem',
    'https://s3.amazonaws.com/x.pem',
    'https://sns.eu-west-1.amazonaws.com/?Action=GetTopicAttributes&x=.pem',
    'https://sns.eu-west-1.amazonaws.com/x.pem/y',
    'file:///x.pem',
    'x.pem',
    '',
  ])('%s is never fetched', (url) => {
    expect(certificateUrl(url)).toBeUndefined()
    const message = signed(notification('{}', { SigningCertURL: url }))
    expect(aws.needs!(post(message), LISTED)).toEqual([])
    expect(verify(post(message), LISTED, SENT_AT, new Map([[url, certificate]]))).toMatchObject({
      code: 'signature_wrong',
    })
  })
})

describe('needs', () => {
  const need = [{ url: CERTIFICATE_URL, maxAgeMs: 24 * 60 * MINUTE }]
  test('the certificate, for a day', () => expect(aws.needs!(post(good()), LISTED)).toEqual(need))
  test('nothing for what is refused anyway, or carries no signature', () => {
    const foreign = good({ TopicArn: `${TOPIC}x` })
    expect(aws.needs!(post(foreign), LISTED)).toEqual([])
    expect(aws.needs!(post(foreign, '/wrong'), { token: 't' })).toEqual([])
    expect(aws.needs!(post(foreign, '/t'), { token: 't' })).toEqual(need)
    for (const body of [EVENT, '{', []]) expect(aws.needs!(post(body, '/t'), { token: 't' })).toEqual([])
  })
})

describe('who may send', () => {
  test('a topic that is not listed is refused, however well it is signed and whatever the URL knows', () => {
    const foreign = good({ TopicArn: 'arn:aws:sns:eu-west-1:999999999999:sms-events' })
    expect(verify(post(foreign))).toMatchObject({ code: 'source_unexpected' })
    expect(verify(post(foreign, '/t'), { ...LISTED, token: 't' })).toMatchObject({ code: 'source_unexpected' })
  })
  test('without a list, the token and the signature', () => {
    expect(verify(post(good(), '/t'), { token: 't' })).toEqual({ ok: true })
    expect(verify(post(good(), '?token=t'), { token: 't' })).toEqual({ ok: true })
    expect(verify(post(good(), '/x'), { token: 't' })).toMatchObject({ code: 'token_wrong' })
    expect(verify(post(good()), { token: 't' })).toMatchObject({ code: 'signature_missing' })
    expect(verify(post({ ...good(), Message: '{}' }, '/t'), { token: 't' })).toMatchObject({ code: 'signature_wrong' })
  })
  test('with a list, no token is asked of a signed message', () => {
    expect(verify(post(good()), { ...LISTED, token: 't' })).toEqual({ ok: true })
  })
  test('what nobody signed needs the token, even where topics are listed', () => {
    for (const secrets of [{ token: 't' }, { ...LISTED, token: 't' }]) {
      expect(verify(post(EVENT, '/t'), secrets)).toEqual({ ok: true })
      expect(verify(post(EVENT, '/x'), secrets)).toMatchObject({ code: 'token_wrong' })
      expect(verify(post(EVENT), secrets)).toMatchObject({ code: 'signature_missing' })
    }
    expect(verify(post(EVENT))).toMatchObject({ code: 'signature_missing' })
    expect(verify(post('{', '/t'), { token: 't' })).toEqual({ ok: true })
  })
  test('user name and password do as well', () => {
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })
    const secrets = { token: 't', username: 'u', password: 'p' }
    expect(verify(post(EVENT, '', basic('u:p')), secrets)).toEqual({ ok: true })
    expect(verify(post(EVENT, '', basic('u:x')), secrets)).toMatchObject({ code: 'credentials_wrong' })
    expect(verify(post(EVENT), secrets)).toMatchObject({ code: 'credentials_missing' })
    expect(verify(post(EVENT, '', basic('u:p')), { token: 't' })).toMatchObject({ ok: false })
    expect(aws.challenge).toHaveProperty('www-authenticate')
  })
  test('with nothing configured, nothing is let in', () => {
    for (const body of [good(), EVENT, '']) {
      expect(verify(post(body), {}).ok).toBe(false)
      expect(verify(post(body, '?token='), { token: '', topicArns: ' ,', password: '' }).ok).toBe(false)
    }
  })
})

describe('age', () => {
  const DAY = 24 * 60 * MINUTE
  test.each([
    [0, true],
    [15 * DAY, true],
    [15 * DAY + 1, false],
    [-60 * MINUTE, true],
    [-61 * MINUTE, false],
  ])('%d ms old', (age, ok) => expect(verify(post(good()), LISTED, SENT_AT + age).ok).toBe(ok))
  test('a limit of its own, and a Timestamp that is none', () => {
    const secrets = { ...LISTED, maxAgeSeconds: '3600' }
    expect(verify(post(good()), secrets, SENT_AT + 60 * MINUTE).ok).toBe(true)
    expect(verify(post(good()), secrets, SENT_AT + 61 * MINUTE)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(post(good({ Timestamp: 'soon' })))).toMatchObject({ code: 'timestamp_stale' })
  })
})

describe('handshakes', () => {
  test('a confirmation is asked for at SNS, and nowhere else', () => {
    const message = signed(confirmation('SubscriptionConfirmation'))
    expect(aws.parse(post(message))).toEqual({
      receipts: [],
      unreadable: [],
      ignored: expect.any(String),
      confirm: { url: String(message.SubscribeURL) },
    })
    for (const SubscribeURL of ['https://attacker.example/', 'http://sns.eu-west-1.amazonaws.com/', undefined]) {
      const parsed = aws.parse(post({ ...message, SubscribeURL }))
      expect(parsed.confirm).toBeUndefined()
      expect(parsed.unreadable[0]!.code).toBe('invalid_value')
    }
    expect(snsUrl(String(message.SubscribeURL))?.hostname).toBe('sns.eu-west-1.amazonaws.com')
  })
  test('the end of a subscription alerts and is never undone', () => {
    const parsed = aws.parse(post(signed(confirmation('UnsubscribeConfirmation'))))
    expect(parsed).toMatchObject({ receipts: [], unreadable: [], alert: { code: 'unsubscribed' } })
    expect(parsed.confirm).toBeUndefined()
    expect(parsed.alert!.reason).toContain(TOPIC)
  })
})

describe('events', () => {
  test.each([
    ['envelope', good()],
    ['raw', EVENT],
    ['list', [EVENT]],
  ])('%s', (_, body) => {
    expect(receiptsOf(body)).toEqual([
      {
        providerMessageId: EVENT.messageId,
        status: 'delivered',
        rawStatus: 'TEXT_DELIVERED',
        failureClass: null,
        errorCode: null,
        recipient: '+12025550123',
        sender: '+13125550101',
        occurredAt: 1741097763470,
        clientReference: 'order-42',
        mccmnc: '310800',
        carrierName: 'Example Wireless',
        segments: 2,
        price: '0.00883',
        currency: 'USD',
      },
    ])
  })

  test('an envelope is believed in its signed fields only', () => {
    const message = { ...good(), ...EVENT, eventType: 'TEXT_BLOCKED' }
    expect(receiptsOf(message)[0]!.status).toBe('delivered')
  })

  test.each([
    ['TEXT_SUCCESSFUL', false, 'sent'],
    ['TEXT_SUCCESSFUL', undefined, 'sent'],
    ['TEXT_SUCCESSFUL', 'true', 'sent'],
    ['TEXT_SUCCESSFUL', true, 'delivered'],
    ['MEDIA_SUCCESSFUL', true, 'delivered'],
    ['TEXT_QUEUED', true, 'queued'],
    ['TEXT_PENDING', true, 'sending'],
    ['RCS_READ', true, 'read'],
    ['RCS_FALLEN_BACK_TO_SMS', false, 'sent'],
  ])('%s with isFinal %j is %s', (eventType, isFinal, status) => {
    expect(read({ eventType, isFinal })).toMatchObject({
      status,
      rawStatus: eventType,
      errorCode: null,
      failureClass: null,
    })
  })

  test('no parts are not known parts', () => {
    expect(read({ totalMessageParts: 0 })).not.toHaveProperty('segments')
  })

  test('a reference that is too long costs no event', () => {
    const receipt = read({ context: { reference: 'r'.repeat(256) } })
    expect(receipt).toMatchObject({ providerMessageId: EVENT.messageId, status: 'delivered' })
    expect(receipt).not.toHaveProperty('clientReference')
  })

  test('what is missing is left out', () => {
    const receipt = receiptsOf({ eventType: 'TEXT_INVALID', messageId: 'm' })[0]
    expect(receipt).toEqual({
      providerMessageId: 'm',
      status: 'failed',
      rawStatus: 'TEXT_INVALID',
      failureClass: 'invalid_number',
      errorCode: 'TEXT_INVALID',
      recipient: null,
      sender: null,
      occurredAt: null,
    })
  })

  test('labels that make no sense are left out', () => {
    const receipt = read({ mcc: '0', mnc: '0', carrierName: {}, totalMessageParts: 'x', totalMessagePrice: 'free' })
    for (const key of ['mccmnc', 'carrierName', 'segments', 'price', 'currency'])
      expect(receipt).not.toHaveProperty(key)
    expect(read({ mcc: '310', mnc: undefined })).not.toHaveProperty('mccmnc')
    expect(read({ mcc: '234', mnc: '010' }).mccmnc).toBe('234010')
  })

  test.each([
    [0, '0'],
    [0.15600000000000003, '0.156'],
    [1e-7, '0.0000001'],
    // More than the database holds, and what is no price.
    [1741356963470, undefined],
    [-0.5, undefined],
  ])('price %d', (totalMessagePrice, price) => expect(read({ totalMessagePrice }).price).toBe(price))

  test('a sender name', () => expect(read({ originationPhoneNumber: 'ACME' }).sender).toBe('ACME'))

  test('a word that is new is kept for a person to say what it means', () => {
    const parsed = aws.parse(post({ ...EVENT, eventType: 'TEXT_TELEPORTED' }))
    expect(parsed.receipts).toEqual([])
    expect(parsed.unreadable[0]).toMatchObject({
      code: 'unknown_status',
      receipt: { rawStatus: 'TEXT_TELEPORTED', providerMessageId: EVENT.messageId, errorCode: null },
    })
  })

  test('opted out', () => {
    const messageStatus = 'DESTINATION_PHONE_NUMBER_OPTED_OUT'
    const expected = { status: 'rejected', failureClass: 'recipient_blocked', errorCode: messageStatus }
    expect(read({ eventType: 'TEXT_BLOCKED', messageStatus })).toMatchObject(expected)
    expect(read({ eventType: `TEXT_${messageStatus}`, messageStatus })).toMatchObject(expected)
    expect(read({ messageStatus })).toMatchObject({ status: 'delivered', errorCode: null })
  })

  test.each([
    [{ ...EVENT, eventType: 'VOICE_COMPLETED' }],
    [{ ...EVENT, eventType: 'REGISTRATION_APPROVED' }],
    [{ originationNumber: '+1', messageBody: 'STOP', inboundMessageId: 'x' }],
    [[]],
    [signed(notification('Hello'))],
    [signed(notification('{"AlarmName":"x"}'))],
  ])('%.60j is ignored', (body) => {
    expect(aws.parse(post(body))).toEqual({ receipts: [], unreadable: [], ignored: expect.any(String) })
  })

  test.each([
    ['{', 'malformed_body'],
    ['', 'malformed_body'],
    ['null', 'malformed_body'],
    [signed(notification('{"eventType":')), 'malformed_body'],
    [{ ...EVENT, eventType: '' }, 'missing_field'],
    [{ ...EVENT, eventType: undefined }, 'missing_field'],
    [{ ...EVENT, eventType: {} }, 'invalid_value'],
    [{ ...EVENT, messageId: undefined }, 'missing_field'],
    [{ ...EVENT, messageId: 'x'.repeat(256) }, 'invalid_value'],
    [{ ...EVENT, eventTimestamp: 'soon' }, 'invalid_time'],
    [{ ...EVENT, eventTimestamp: 1741097763 }, 'invalid_time'],
    [{ ...EVENT, eventTimestamp: 1741097763.5 }, 'invalid_time'],
  ])('%.60j is %s', (body, code) => {
    expect(aws.parse(post(body))).toEqual({ receipts: [], unreadable: [{ code, reason: expect.any(String), item: 0 }] })
  })
})

const RECORD = {
  event_type: '_SMS.FAILURE',
  event_timestamp: 1741097763470,
  arrival_timestamp: 1741097764000,
  event_version: '3.1',
  attributes: {
    message_id: 'p1',
    record_status: 'UNREACHABLE',
    origination_phone_number: '+13125550101',
    destination_phone_number: '+12025550123',
    number_of_message_parts: '2',
  },
  metrics: { price_in_millicents_usd: 645.0 },
}
const record = (attributes: object, changes: object = {}) => ({
  ...RECORD,
  ...changes,
  attributes: { ...RECORD.attributes, ...attributes },
})
const LOG = {
  notification: { messageId: 'l1', timestamp: '2025-03-04 14:16:02.123' },
  delivery: {
    destination: '+12025550123',
    phoneCarrier: 'Example Wireless',
    mcc: 310,
    mnc: 270,
    numberOfMessageParts: 1,
    priceInUSD: 0.00645,
    providerResponse: 'Phone has blocked SMS',
  },
  status: 'FAILURE',
}
const log = (delivery: object, changes: object = {}) => ({
  ...LOG,
  ...changes,
  delivery: { ...LOG.delivery, ...delivery },
})

describe('older Pinpoint stream', () => {
  test('a record', () => {
    expect(receiptsOf(RECORD)).toEqual([
      {
        providerMessageId: 'p1',
        status: 'undelivered',
        rawStatus: 'UNREACHABLE',
        failureClass: 'unreachable_handset',
        errorCode: 'UNREACHABLE',
        recipient: '+12025550123',
        sender: '+13125550101',
        occurredAt: 1741097763470,
        segments: 2,
        price: '0.00645',
        currency: 'USD',
      },
    ])
  })
  test('delivered, and accepted by the carrier, which proves nothing', () => {
    expect(receiptsOf(record({ record_status: 'DELIVERED' }))[0]).toMatchObject({
      status: 'delivered',
      errorCode: null,
    })
    expect(receiptsOf(record({ record_status: 'SUCCESSFUL' }, { event_type: '_SMS.SUCCESS' }))[0]!.status).toBe('sent')
  })
  test('other events, a missing word, a new word', () => {
    expect(aws.parse(post({ ...RECORD, event_type: '_email.send' })).ignored).toBeDefined()
    expect(aws.parse(post(record({ record_status: undefined }))).unreadable[0]!.code).toBe('missing_field')
    expect(aws.parse(post(record({ record_status: 'NEW' }))).unreadable[0]!.code).toBe('unknown_status')
  })
})

describe('older SNS log', () => {
  test('an entry', () => {
    expect(receiptsOf(LOG)).toEqual([
      {
        providerMessageId: 'l1',
        status: 'rejected',
        rawStatus: 'FAILURE',
        failureClass: 'recipient_blocked',
        errorCode: 'Phone has blocked SMS',
        recipient: '+12025550123',
        sender: null,
        occurredAt: Date.UTC(2025, 2, 4, 14, 16, 2, 123),
        mccmnc: '310270',
        carrierName: 'Example Wireless',
        segments: 1,
        price: '0.00645',
        currency: 'USD',
      },
    ])
  })
  test.each([
    ['PHONE IS ON A BLOCKED LIST', 'rejected', 'recipient_blocked'],
    ['phone is currently unreachable/unavailable', 'undelivered', 'unreachable_handset'],
    ['Something new', 'undelivered', 'unknown'],
  ])('text %s', (providerResponse, status, failureClass) => {
    expect(receiptsOf(log({ providerResponse }))[0]).toMatchObject({
      status,
      failureClass,
      errorCode: providerResponse,
    })
  })
  test('no text; success', () => {
    expect(receiptsOf(log({ providerResponse: undefined }))[0]).toMatchObject({
      status: 'undelivered',
      errorCode: null,
    })
    const providerResponse = 'Message has been accepted by phone carrier'
    const success = receiptsOf(log({ providerResponse }, { status: 'SUCCESS' }))[0]
    expect(success).toMatchObject({ status: 'delivered', errorCode: null, failureClass: null })
  })
  test.each([
    ['2025-03-04 14:16:02', Date.UTC(2025, 2, 4, 14, 16, 2)],
    ['2025-03-04 14:16:02.5', Date.UTC(2025, 2, 4, 14, 16, 2, 500)],
  ])('time %s', (timestamp, time) => {
    expect(receiptsOf({ ...LOG, notification: { messageId: 'l', timestamp } })[0]!.occurredAt).toBe(time)
  })
  test.each(['2025-02-31 14:16:02.123', '2025-03-04 14:16:02.1.2', '2025-03-04 14:16:02.x'])(
    'time %s is none',
    (timestamp) => {
      const parsed = aws.parse(post({ ...LOG, notification: { messageId: 'l', timestamp } }))
      expect(parsed.unreadable[0]!.code).toBe('invalid_time')
    },
  )
  test.each([
    [310, 270, '310270'],
    [234, 10, '23410'],
    [262, 1, '26201'],
    [311, 4, '311004'],
    [310, 26, undefined],
    [405, 1, undefined],
    [0, 0, undefined],
    [234, 0, undefined],
    [undefined, 1, undefined],
    ['310', '270', undefined],
    [310.5, 270, undefined],
    [310, 1234, undefined],
  ])('network %j %j', (mcc, mnc, network) => expect(networkOfNumbers(mcc, mnc)).toBe(network))

  test('zeros are put back so that no known network becomes another one', () => {
    for (const network of Object.keys(carriers.names)) {
      const guess = networkOfNumbers(Number(network.slice(0, 3)), Number(network.slice(3)))
      if (guess !== undefined) expect(guess).toBe(network)
    }
  })
})

test('records of a list are judged one by one', () => {
  const parsed = aws.parse(post([EVENT, RECORD, 5, { ...LOG, status: '' }, LOG]))
  expect(parsed.receipts.map((receipt) => receipt.providerMessageId)).toEqual([EVENT.messageId, 'p1', 'l1'])
  expect(parsed.unreadable.map(({ code, item }) => [code, item])).toEqual([
    ['malformed_body', 2],
    ['missing_field', 3],
  ])
})

describe('dictionary', () => {
  test.each(aws.errors)('$code', ({ code, ...meaning }) => {
    expect(aws.explain(code)).toEqual(meaning)
    if (/^(?:TEXT|MEDIA|RCS)_/.test(code)) expect(read({ eventType: code })).toMatchObject({ errorCode: code })
    else if (code.includes(' '))
      expect(receiptsOf(log({ providerResponse: code }))[0]).toMatchObject({ errorCode: code })
  })
  test.each(aws.statuses.filter(({ word }) => /^(?:TEXT|MEDIA|RCS)_/.test(word)))('$word', ({ word, status }) => {
    const receipt = read({ eventType: word, isFinal: false })
    expect(receipt).toMatchObject({ status, rawStatus: word })
    if (receipt.failureClass !== null) expect(aws.explain(word)?.failureClass).toBe(receipt.failureClass)
  })
  test('no failing word is without a meaning', () => {
    const failing = new Set(['failed', 'rejected', 'undelivered', 'expired', 'unknown'])
    const words = aws.statuses.filter(({ word, status }) => failing.has(status) && word !== 'FAILURE')
    for (const { word } of words) expect(aws.explain(word), word).toBeDefined()
    expect(words.length).toBe(10 + 13 + 3 + 10)
  })
  test('texts are found in any case, other names are not', () => {
    expect(aws.explain('PHONE NUMBER IS OPTED OUT')?.failureClass).toBe('recipient_blocked')
    for (const code of ['', 'TEXT_DELIVERED', 'constructor', 'SUCCESS']) expect(aws.explain(code)).toBeUndefined()
  })
})
