import { createHash, generateKeyPairSync } from 'node:crypto'
import { createRequire } from 'node:module'
import { AlgorithmTypes, Auth } from '@vonage/auth'
import { tokenGenerate, verifySignature } from '@vonage/jwt'
import { SMS } from '@vonage/sms'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { vonageMessages } from '@/lib/providers/vonage-messages'
import { vonageSms } from '@/lib/providers/vonage-sms'
import { sign } from '@/lib/providers/vonage-sms/signature'

const SECRET = 'Tq7vXc2Lr9Wb4Zk1Np8Hs5Dy3Gm6Jf0A'
const NOW = 1741097765_000

describe('SMS API', () => {
  const sms = new SMS({ apiKey: 'a1b2c3d4', apiSecret: 'unused' })
  const ALGORITHMS = [
    ['md5hash', AlgorithmTypes.md5hash],
    ['md5', AlgorithmTypes.md5hmac],
    ['sha1', AlgorithmTypes.sha1hmac],
    ['sha256', AlgorithmTypes.sha256hmac],
    ['sha512', AlgorithmTypes.sha512hmac],
  ] as const

  function ours(parameters: Record<string, string>, signatureAlgorithm: string): boolean {
    const rawBody = Buffer.from(new URLSearchParams(parameters).toString())
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const request = { method: 'POST', url: 'https://h.example/cb', headers, rawBody }
    return vonageSms.verify(request, { signatureSecret: SECRET, signatureAlgorithm }, { now: NOW }).ok
  }

  const name = fc
    .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
    .filter((it) => !['__proto__', 'sig', 'timestamp'].includes(it) && !/[&=]/.test(it))
  const parameters = fc.dictionary(name, fc.string({ unit: 'grapheme', maxLength: 30 }), { maxKeys: 12 })

  test.each(ALGORITHMS)(
    '%s: the library accepts what Landed signs, and both refuse what was changed',
    (ours_, theirs_) => {
      fc.assert(
        fc.property(parameters, (sent) => {
          const form = { names: Object.keys(sent), values: Object.values(sent), malformed: false }
          const sig = sign(form, SECRET, ours_)
          const changed = { ...sent, added: '1' }
          expect(sms.verifySignature(sig, { ...sent, sig }, SECRET, theirs_)).toBe(true)
          expect(ours({ ...sent, sig }, ours_)).toBe(true)
          expect(ours({ ...sent, sig: sig.toUpperCase() }, ours_)).toBe(true)
          if (sent.added !== '1') {
            expect(sms.verifySignature(sig, { ...changed, sig }, SECRET, theirs_)).toBe(false)
            expect(ours({ ...changed, sig }, ours_)).toBe(false)
          }
        }),
      )
    },
  )

  test('a name that swallowed others under their signature: the library accepts it, Landed does not', () => {
    const sent = { 'err-code': '9', messageId: '0C01', status: 'failed', timestamp: '1741097762', to: 'ACME' }
    const joined = { 'err-code': '9', messageId: '0C01', status: 'failed', 'timestamp=1741097762&to': 'ACME' }
    const sig = sign({ names: Object.keys(sent), values: Object.values(sent), malformed: false }, SECRET, 'md5hash')
    expect(ours({ ...sent, sig }, 'md5hash')).toBe(true)
    expect(sms.verifySignature(sig, { ...joined, sig }, SECRET, AlgorithmTypes.md5hash)).toBe(true)
    expect(ours({ ...joined, sig }, 'md5hash')).toBe(false)
  })

  test('what the library signs for its own requests is another rule: both refuse it as a receipt', async () => {
    const auth = new Auth({ apiKey: 'a1b2c3d4', signature: { secret: SECRET, algorithm: AlgorithmTypes.md5hash } })
    const signed = await auth.createSignatureHash({
      api_key: 'a1b2c3d4',
      messageId: '0C01',
      timestamp: String(NOW / 1000),
    })
    const sent = Object.fromEntries(Object.entries(signed).map(([key, value]) => [key, String(value)]))
    expect(sent.sig).toMatch(/^[0-9a-f]{32}$/)
    expect(sms.verifySignature(sent.sig!, sent, SECRET, AlgorithmTypes.md5hash)).toBe(false)
    expect(ours(sent, 'md5hash')).toBe(false)
  })
})

describe('Messages API', () => {
  /** The engine of @vonage/jwt, as that package itself finds it. */
  const load = createRequire(createRequire(import.meta.url).resolve('@vonage/jwt'))
  const engine = load('jsonwebtoken') as { sign(claims: object, key: string, options: object): string }

  const BODY = '{"message_uuid":"aaaaaaaa-bbbb-4ccc-8ddd-000000000001","status":"delivered","text":"ä€"}'
  const claims = {
    iss: 'Vonage',
    api_key: 'a1b2c3d4',
    jti: 'j',
    payload_hash: createHash('sha256').update(BODY).digest('hex'),
  }
  const token = (secret = SECRET, algorithm = 'HS256') => engine.sign(claims, secret, { algorithm })

  /** The library reads the clock itself. */
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  function both(jwt: string, body = BODY, secret = SECRET): [boolean, boolean] {
    const headers = { authorization: `Bearer ${jwt}` }
    const request = { method: 'POST', url: 'https://h.example/cb', headers, rawBody: Buffer.from(body) }
    const secrets = { signatureSecret: secret, apiKey: 'a1b2c3d4' }
    return [verifySignature(jwt, secret), vonageMessages.verify(request, secrets, { now: Date.now() }).ok]
  }

  test('both accept what the engine of the library signs', () => {
    expect(both(token())).toEqual([true, true])
  })

  test.each([
    ['another secret', token('another secret')],
    ['another algorithm', token(SECRET, 'HS512')],
    ['no algorithm', token('', 'none')],
    ['other claims', token().replace(/\.[^.]+\./, `.${Buffer.from('{"iss":"Vonage"}').toString('base64url')}.`)],
    ['a cut signature', token().slice(0, -2)],
  ])('both refuse %s', (_, jwt) => {
    expect(both(jwt)).toEqual([false, false])
  })

  test('another body is refused here alone: the library does not compare its hash', () => {
    expect(both(token(), BODY.replace('delivered', 'rejected'))).toEqual([true, false])
  })

  test('a token for calls to Vonage, signed with a key of the application, is no webhook', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
    const jwt = tokenGenerate('app', privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
    expect(both(jwt, BODY, pem)).toEqual([true, false])
  })
})
