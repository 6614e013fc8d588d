import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import twilio from 'twilio'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createConnection } from '@/lib/connections/createConnection'
import { getPool } from '@/lib/db/pool'
import { MAX_BODY_BYTES } from '@/lib/ingest/limits'
import { replay } from '@/lib/ingest/replay'
import { recount } from '@/lib/rollups/recount'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { openDoors, type Door, type DoorRequest } from './openDoors'

const AUTH_TOKEN = 'f'.repeat(32)
const FORM = 'application/x-www-form-urlencoded; charset=UTF-8'

let database: FreshDatabase
let doors: Awaited<ReturnType<typeof openDoors>>
let twilioId: string
let kannel: { id: string; token: string }
let landed: { id: string; secret: string }

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = randomBytes(32).toString('hex')
  await getPool().query(`INSERT INTO setting (key, value) VALUES ('time_zone', 'Europe/London')`)
  twilioId = (await createConnection({ adapter: 'twilio', name: 'T', secrets: { authToken: AUTH_TOKEN } })).id
  const added = await createConnection({ adapter: 'kannel', name: 'K' })
  kannel = { id: added.id, token: added.generatedSecrets['token'] ?? '' }
  const own = await createConnection({ adapter: 'landed', name: 'L' })
  landed = { id: own.id, secret: own.generatedSecrets['signingSecret'] ?? '' }
  doors = await openDoors()
})

afterAll(async () => {
  await doors.close()
  await getPool().end()
  await database.drop()
})

beforeEach(async () => {
  await getPool().query('TRUNCATE callback, quarantine, message, receipt, unlanded, rollup, rollup_failure')
})

const sid = () => `SM${randomBytes(16).toString('hex')}`

function twilioRequest(fields: Record<string, string>, signWith = AUTH_TOKEN, query = ''): DoorRequest {
  const path = `/api/callbacks/twilio/${twilioId}${query}`
  const signature = twilio.getExpectedTwilioSignature(signWith, `https://landed.test${path}`, fields)
  return {
    method: 'POST',
    path,
    headers: { 'content-type': FORM, 'x-twilio-signature': signature },
    body: new URLSearchParams(fields).toString(),
  }
}

function landedRequest(body: string | Buffer, at = new Date()): DoorRequest {
  const id = `msg_${randomBytes(6).toString('hex')}`
  const signature = new Webhook(landed.secret).sign(id, at, body.toString())
  return {
    method: 'POST',
    path: `/api/callbacks/landed/${landed.id}`,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signature,
    },
    body,
  }
}

function kannelRequest(query: string): DoorRequest {
  const path = `/api/callbacks/kannel/${kannel.id}?token=${encodeURIComponent(kannel.token)}&${query}`
  return { method: 'GET', path, headers: {}, body: '' }
}

const statusFields = (id: string, status = 'delivered') => ({
  MessageSid: id,
  MessageStatus: status,
  To: '+447700900123',
  From: '+13125550101',
  AccountSid: 'AC00000000000000000000000000d0c5a1',
})

const each = [
  ['the fast door', () => doors.fast],
  ["Next's door", () => doors.next],
] as const

describe.each(each)('%s', (_name, door) => {
  it('applies what the official twilio package signed', async () => {
    const id = sid()
    const reply = await door()(twilioRequest(statusFields(id), AUTH_TOKEN, '?ref=order%2042&empty='))
    expect(reply.status).toBeLessThan(300)
    expect(await one(`SELECT status, country FROM message WHERE message_key = $1`, [id])).toEqual({
      status: 'delivered',
      country: 'GB',
    })
  })

  it('refuses a changed body, another token and no signature, keeps them, and changes nothing', async () => {
    const tampered = twilioRequest(statusFields(sid(), 'undelivered'))
    tampered.body = tampered.body.toString().replace('undelivered', 'delivered')
    expect((await door()(tampered)).status).toBe(403)
    expect((await door()(twilioRequest(statusFields(sid()), 'e'.repeat(32)))).status).toBe(403)
    const unsigned = twilioRequest(statusFields(sid()))
    delete unsigned.headers['x-twilio-signature']
    const reply = await door()(unsigned)
    expect(reply.status).toBe(401)
    expect(JSON.parse(reply.body)).toMatchObject({ status: 401, errors: [{ field: 'signature' }] })
    expect(await count('message')).toBe(0)
    expect(await quarantineCodes()).toEqual(['signature_missing', 'signature_wrong', 'signature_wrong'])
  })

  it('counts a repeat as a repeat', async () => {
    const request = twilioRequest(statusFields(sid()))
    await door()(request)
    await door()(request)
    expect(await one('SELECT duplicates FROM receipt', [])).toEqual({ duplicates: 1 })
    expect(await count('callback')).toBe(2)
  })

  it.each<[string, () => DoorRequest, number, string | null]>([
    [
      'an unknown connection',
      () => ({ ...twilioRequest(statusFields(sid())), path: '/api/callbacks/twilio/nobody' }),
      404,
      'unknown_connection',
    ],
    [
      'another provider in the URL',
      () => ({ ...twilioRequest(statusFields(sid())), path: `/api/callbacks/kannel/${twilioId}` }),
      404,
      'unknown_connection',
    ],
    [
      'a provider that does not exist',
      () => ({ ...twilioRequest(statusFields(sid())), path: `/api/callbacks/nope/${twilioId}` }),
      404,
      'unknown_connection',
    ],
    [
      'a body over the limit',
      () => ({ ...twilioRequest(statusFields(sid())), body: Buffer.alloc(MAX_BODY_BYTES + 1, 'a') }),
      413,
      'body_too_large',
    ],
    [
      'a stale timestamp',
      () => landedRequest('{"providerMessageId":"m","status":"sent"}', new Date(Date.now() - 3_600_000)),
      403,
      'timestamp_stale',
    ],
    [
      'a truncated form',
      () => ({ ...twilioRequest(statusFields(sid())), body: 'MessageSid=SM01&Mess' }),
      403,
      'signature_wrong',
    ],
    ['truncated JSON', () => landedRequest('{"providerMessageId":"m1","status":"deliv'), 204, 'malformed_body'],
    ['JSON of a wrong shape', () => landedRequest('[[]]'), 204, null],
    [
      'a wrong content type',
      () => withType(landedRequest('{"providerMessageId":"m1","status":"sent"}'), 'text/plain'),
      204,
      'wrong_content_type',
    ],
    [
      'an absurd date',
      () => landedRequest('{"providerMessageId":"m1","status":"sent","occurredAt":"9999-01-01T00:00:00Z"}'),
      204,
      'invalid_time',
    ],
    [
      'a date in the future',
      () =>
        landedRequest(
          JSON.stringify({
            providerMessageId: 'm1',
            status: 'sent',
            occurredAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
          }),
        ),
      204,
      'invalid_time',
    ],
    ['an id of 10,000 characters', () => twilioRequest({ ...statusFields('S'.repeat(10_000)) }), 204, 'invalid_value'],
    ['a status that nobody knows', () => twilioRequest(statusFields(sid(), 'teleported')), 204, 'unknown_status'],
    ['a NUL in the id', () => twilioRequest(statusFields('SM\u0000')), 204, 'invalid_value'],
    ['no id at all', () => kannelRequest('d=1&p=%2B447700900123&T=1772446504'), 200, 'missing_field'],
  ])('answers %s clearly and changes nothing', async (_what, request, status, code) => {
    const reply = await door()(request())
    expect(acceptable(reply.status), `${reply.status} ${reply.body}`).toBe(acceptable(status))
    expect(await count('message')).toBe(0)
    expect(await count('rollup')).toBe(0)
    const codes = await quarantineCodes()
    expect(codes).toHaveLength(1)
    if (code) expect(codes).toEqual([code])
  })

  it('keeps bytes that are no UTF-8', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])
    const reply = await door()({ ...landedRequest('{}'), body })
    expect(reply.status).toBeLessThan(500)
    expect(await count('quarantine')).toBe(1)
    expect(await one('SELECT body FROM callback', [])).toEqual({ body })
    expect(await count('message')).toBe(0)
  })

  it('judges each receipt of a batch alone', async () => {
    const receipts = [
      { providerMessageId: 'a', status: 'delivered', recipient: '+447700900123' },
      { providerMessageId: 'b', status: 'vanished' },
      { providerMessageId: 'c', status: 'failed', failureClass: 'invalid_number', errorCode: 'X1' },
    ]
    expect((await door()(landedRequest(JSON.stringify({ receipts })))).status).toBe(204)
    expect(await count('message')).toBe(2)
    expect(await one('SELECT code, item FROM quarantine', [])).toEqual({ code: 'unknown_status', item: 1 })
  })

  it('applies Kannel receipts, hostile bytes included', async () => {
    const reply = await door()(
      kannelRequest('ref=ord-1&d=1&p=%2B447700900123&P=ACME&T=1772446504&F=77&N=%N&err=%03%00%00'),
    )
    expect(reply.status).toBe(200)
    expect(await one('SELECT message_key, provider_message_id, status FROM message', [])).toEqual({
      message_key: 'ref:ord-1',
      provider_message_id: '77',
      status: 'delivered',
    })
  })
})

describe('both doors', () => {
  it('answer and store the same', async () => {
    const rows = []
    for (const door of [doors.fast, doors.next] as Door[]) {
      await getPool().query('TRUNCATE callback, quarantine, message, receipt, unlanded, rollup, rollup_failure')
      const replies = []
      for (const request of sameRequests) replies.push(await door(request()))
      rows.push({ replies, ...(await everything()) })
    }
    expect(rows[0]).toEqual(rows[1])
  })
})

describe('quarantine', () => {
  it('replays what can be applied after the secret was corrected, once', async () => {
    const id = sid()
    const wrong = await createConnection({ adapter: 'twilio', name: 'Wrong', secrets: { authToken: 'a'.repeat(32) } })
    const path = `/api/callbacks/twilio/${wrong.id}`
    const fields = statusFields(id)
    const signature = twilio.getExpectedTwilioSignature(AUTH_TOKEN, `https://landed.test${path}`, fields)
    const request = {
      method: 'POST',
      path,
      headers: { 'content-type': FORM, 'x-twilio-signature': signature },
      body: new URLSearchParams(fields).toString(),
    }
    expect((await doors.fast(request)).status).toBe(403)
    expect(await replay()).toMatchObject({ replayed: 1, applied: 0, stillQuarantined: [{ code: 'signature_wrong' }] })
    await getPool().query(
      `UPDATE connection SET secrets = (SELECT secrets FROM connection WHERE public_id = $1) WHERE public_id = $2`,
      [twilioId, wrong.id],
    )
    expect(await replay()).toMatchObject({ replayed: 1, applied: 1, stillQuarantined: [], next: null })
    expect(await replay()).toMatchObject({ replayed: 0, applied: 0, stillQuarantined: [], next: null })
    expect(await one('SELECT status FROM message WHERE message_key = $1', [id])).toEqual({ status: 'delivered' })
    expect(await recount(getPool())).toEqual([])
  })

  it('stays within its budget under a flood, and counts what it does not keep', async () => {
    await getPool().query(`TRUNCATE refusal`)
    const before = await count('callback')
    const unsigned = { ...twilioRequest(statusFields(sid())), headers: { 'content-type': FORM } }
    const replies = await Promise.all(Array.from({ length: 1_500 }, () => doors.next(unsigned)))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401]))
    const { getRefusals } = await import('@/lib/ingest/getRefusals')
    await getRefusals().drain()
    expect((await count('callback')) - before).toBeLessThanOrEqual(1_000)
    expect(await one('SELECT sum(count)::int AS counted FROM refusal', [])).toEqual({ counted: 1_500 })
  })
})

const sameSid = sid()
const sameRequests = [
  () => twilioRequest(statusFields(sameSid, 'sent')),
  () => twilioRequest({ ...statusFields(sameSid, 'undelivered'), ErrorCode: '30003' }),
  () => twilioRequest(statusFields(sameSid, 'delivered'), AUTH_TOKEN, "?who=it's&x=%2F|"),
  () => ({ ...twilioRequest(statusFields(sameSid)), headers: { 'content-type': FORM, 'x-twilio-signature': 'bm8=' } }),
  () => kannelRequest('ref=same&d=16&A=NACK%2F0x0000000b%2FInvalid&p=%2B447700900124&T=1772446504&F='),
]

async function everything() {
  const query = async (text: string) => (await getPool().query(text)).rows
  return {
    messages: await query(
      `SELECT connection_id, message_key, recipient, status, failure_class, error_code, contradicted, country FROM message ORDER BY 1, 2`,
    ),
    receipts: await query(`SELECT fingerprint, status, raw_status, error_code, occurred_at FROM receipt ORDER BY 1`),
    callbacks: await query(
      `SELECT connection_id, adapter, method, target, body, body_hash, outcome, receipt_count, headers::jsonb - 'host' AS headers FROM callback ORDER BY received_at, id`,
    ),
    quarantine: await query(`SELECT connection_id, code, reason, item, authentic FROM quarantine ORDER BY id`),
  }
}

function withType(request: DoorRequest, type: string): DoorRequest {
  return { ...request, headers: { ...request.headers, 'content-type': type } }
}

/** 200 and 204 are both the provider's "thank you". */
function acceptable(status: number): number {
  return status >= 200 && status < 300 ? 200 : status
}

async function one(text: string, values: unknown[]): Promise<Record<string, unknown>> {
  const { rows } = await getPool().query<Record<string, unknown>>(text, values)
  expect(rows).toHaveLength(1)
  return rows[0] ?? {}
}

async function count(table: string): Promise<number> {
  const { rows } = await getPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
  return rows[0]?.n ?? -1
}

async function quarantineCodes(): Promise<string[]> {
  const { rows } = await getPool().query<{ code: string }>('SELECT code FROM quarantine ORDER BY code')
  return rows.map(({ code }) => code)
}
