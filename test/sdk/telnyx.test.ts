import { generateKeyPairSync, sign as signWith } from 'node:crypto'
import Telnyx from 'telnyx'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { telnyx } from '@/lib/providers/telnyx'

const NOW = 1741097765_000
const SIGNED_AT = '1741097763'
const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
const OTHER_KEY = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)

const client = new Telnyx({ apiKey: 'unused', publicKey: KEY })

/** The library reads the clock itself. */
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** The documented rule: the library only verifies. */
const sign = (body: string, timestamp = SIGNED_AT) =>
  signWith(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString('base64')

function headersOf(signature: string, timestamp: string): Record<string, string> {
  return { 'telnyx-signature-ed25519': signature, 'telnyx-timestamp': timestamp }
}

async function both(body: string, signature: string, timestamp = SIGNED_AT, key = KEY): Promise<[boolean, boolean]> {
  const headers = headersOf(signature, timestamp)
  const theirs = await client.webhooks.unwrap(body, { headers, key }).then(
    () => true,
    () => false,
  )
  const request = { method: 'POST', url: 'https://h.example/cb', headers, rawBody: Buffer.from(body) }
  return [theirs, telnyx.verify(request, { publicKey: key }, { now: Date.now() }).ok]
}

const BODY = JSON.stringify({ data: { id: 'e1', event_type: 'message.sent', payload: { text: 'ä€😀' } } })
const flipped = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

describe('both accept', () => {
  test.each([BODY, JSON.stringify(JSON.parse(BODY), null, 2), '{}', '[]\n'])('%.40j', async (body) => {
    expect(await both(body, sign(body))).toEqual([true, true])
  })

  test.each([-300, 300])('a clock that is %i seconds off', async (off) => {
    vi.setSystemTime((Number(SIGNED_AT) + off) * 1000)
    expect(await both(BODY, sign(BODY))).toEqual([true, true])
  })
})

describe('both refuse', () => {
  test.each([
    ['another body', BODY.replace('e1', 'e2'), sign(BODY)],
    ['the same JSON written otherwise', JSON.stringify(JSON.parse(BODY), null, 2), sign(BODY)],
    ['a changed signature', BODY, flipped(sign(BODY))],
    ['a signature for another time', BODY, sign(BODY, '1741097764')],
    ['a URL-safe signature', BODY, Buffer.from(sign(BODY), 'base64').toString('base64url')],
    ['a signature without padding', BODY, sign(BODY).replaceAll('=', '')],
    ['half a signature', BODY, sign(BODY).slice(0, 44)],
  ])('%s', async (_, body, signature) => {
    expect(await both(body, signature)).toEqual([false, false])
  })

  test('another key', async () => {
    expect(await both(BODY, sign(BODY), SIGNED_AT, OTHER_KEY.toString('base64'))).toEqual([false, false])
  })

  test.each(['1741097763.0', '0x67c70e63', 'now', '17410977639999999999'])('time %s', async (timestamp) => {
    expect(await both(BODY, sign(BODY, timestamp), timestamp)).toEqual([false, false])
  })

  test.each([-301, 301])('a clock that is %i seconds off', async (off) => {
    vi.setSystemTime((Number(SIGNED_AT) + off) * 1000)
    expect(await both(BODY, sign(BODY))).toEqual([false, false])
  })
})
