import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createConnection } from '@/lib/connections/createConnection'
import { getPool } from '@/lib/db/pool'
import { forgetSingleton, processSingleton } from '@/lib/db/processSingleton'
import { receive } from '@/lib/ingest/receive'
import { replay } from '@/lib/ingest/replay'
import type { IncomingCallback } from '@/lib/ingest/types'
import { createProviderSite } from '@/lib/outbound/providerSite'
import { recount } from '@/lib/rollups/recount'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

interface SnsFixture {
  headers: Record<string, string>
  body: string
  verify: { expected_topic_arn: string; signing_cert_url: string; certificate_pem: string; now: number }
}

let database: FreshDatabase
/** What the provider's site answers, by URL; a missing one cannot be reached. */
let site: Map<string, string | Promise<string>>
let asked: string[]

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = randomBytes(32).toString('hex')
  await getPool().query(`INSERT INTO setting (key, value) VALUES ('time_zone', 'Europe/London')`)
})

afterAll(async () => {
  await getPool().end()
  await database.drop()
})

beforeEach(async () => {
  await getPool().query('TRUNCATE callback, quarantine, message, receipt, unlanded, rollup, rollup_failure')
  site = new Map()
  asked = []
  reachSite()
})

/** A site as after a restart: nothing remembered. */
function reachSite(): void {
  forgetSingleton('providerSite')
  processSingleton('providerSite', () =>
    createProviderSite((url) => {
      asked.push(url)
      const answer = site.get(url)
      return answer === undefined ? Promise.reject(new Error('not reached')) : Promise.resolve(answer)
    }),
  )
}

async function fixture(name: string): Promise<SnsFixture> {
  return JSON.parse(await readFile(`test/fixtures/providers/aws/${name}.json`, 'utf8')) as SnsFixture
}

async function awsConnection({ verify }: SnsFixture): Promise<string> {
  const secrets = { topicArns: verify.expected_topic_arn }
  const { id, generatedSecrets } = await createConnection({ adapter: 'aws', name: 'SNS', secrets })
  return `/api/callbacks/aws/${id}/${generatedSecrets['token']}`
}

function callOf({ headers, body }: SnsFixture, target: string): IncomingCallback {
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const)
  return { method: 'POST', target, headers: Object.fromEntries(lower), body: Buffer.from(body), door: 'fast' }
}

async function quarantine() {
  const { rows } = await getPool().query<{ code: string; open: boolean; callback: string }>(
    'SELECT code, resolved_at IS NULL AS open, callback_id AS callback FROM quarantine ORDER BY id',
  )
  return rows
}

async function outcomes(): Promise<string[]> {
  const { rows } = await getPool().query<{ outcome: string }>('SELECT outcome FROM callback ORDER BY received_at, id')
  return rows.map(({ outcome }) => outcome)
}

const statuses = async () =>
  (await getPool().query<{ status: string }>('SELECT status::text FROM message ORDER BY id')).rows.map(
    (row) => row.status,
  )

describe('a subscription that wants to be confirmed', () => {
  it('is confirmed by one GET, and answered 200', async () => {
    const sns = await fixture('01-subscription-confirmation-v1')
    const { SubscribeURL } = JSON.parse(sns.body) as { SubscribeURL: string }
    site.set(sns.verify.signing_cert_url, sns.verify.certificate_pem).set(SubscribeURL, '<ok/>')
    const reply = await receive(callOf(sns, await awsConnection(sns)), sns.verify.now * 1000)
    expect(reply.status).toBe(200)
    expect(asked).toEqual([sns.verify.signing_cert_url, SubscribeURL])
    expect(await outcomes()).toEqual(['ignored'])
    expect(await quarantine()).toEqual([])
  })

  it('is kept and answered 503 while it cannot be confirmed; the next try settles it', async () => {
    const sns = await fixture('01-subscription-confirmation-v1')
    const { SubscribeURL } = JSON.parse(sns.body) as { SubscribeURL: string }
    site.set(sns.verify.signing_cert_url, sns.verify.certificate_pem)
    const call = callOf(sns, await awsConnection(sns))
    expect((await receive(call, sns.verify.now * 1000)).status).toBe(503)
    expect(await quarantine()).toMatchObject([{ code: 'confirmation_failed', open: true }])
    site.set(SubscribeURL, '<ok/>')
    expect((await receive(call, sns.verify.now * 1000 + 20_000)).status).toBe(200)
    expect(await quarantine()).toMatchObject([{ code: 'confirmation_failed', open: false }])
  })

  it('is confirmed by a replay', async () => {
    const sns = await fixture('01-subscription-confirmation-v1')
    const { SubscribeURL } = JSON.parse(sns.body) as { SubscribeURL: string }
    site.set(sns.verify.signing_cert_url, sns.verify.certificate_pem)
    await receive(callOf(sns, await awsConnection(sns)), sns.verify.now * 1000)
    const [kept] = await quarantine()
    expect(await replay({ ids: [kept!.callback] })).toMatchObject({ applied: 0 })
    site.set(SubscribeURL, '<ok/>')
    expect(await replay({ ids: [kept!.callback] })).toMatchObject({ applied: 1, stillQuarantined: [] })
    expect(await quarantine()).toMatchObject([{ open: false }])
  })

  it('is never confirmed for a forger', async () => {
    const sns = await fixture('01-subscription-confirmation-v1')
    site.set(sns.verify.signing_cert_url, sns.verify.certificate_pem)
    const call = callOf(sns, await awsConnection(sns))
    const forged = { ...call, body: Buffer.from(sns.body.replace('Token=2336', 'Token=9999')) }
    expect((await receive(forged, sns.verify.now * 1000)).status).toBe(403)
    expect(asked).toEqual([sns.verify.signing_cert_url])
  })
})

describe('a certificate', () => {
  it('is fetched once for many callbacks, also for those that wait at the same time', async () => {
    const sns = await fixture('03-text-delivered-v2')
    site.set(sns.verify.signing_cert_url, sns.verify.certificate_pem)
    const call = callOf(sns, await awsConnection(sns))
    const replies = await Promise.all(Array.from({ length: 20 }, () => receive(call, sns.verify.now * 1000)))
    expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(asked).toEqual([sns.verify.signing_cert_url])
    expect(await statuses()).toEqual(['delivered'])
  })

  it('that cannot be had: 503, kept, not asked for again at once, and replayed when it is there', async () => {
    const sns = await fixture('03-text-delivered-v2')
    const call = callOf(sns, await awsConnection(sns))
    expect((await receive(call, sns.verify.now * 1000)).status).toBe(503)
    expect((await receive(call, sns.verify.now * 1000)).status).toBe(503)
    expect(asked).toHaveLength(1)
    const kept = await quarantine()
    expect(kept).toMatchObject([{ code: 'unverifiable' }, { code: 'unverifiable' }])
    site.set(sns.verify.signing_cert_url, sns.verify.certificate_pem)
    reachSite()
    expect(await replay({ ids: kept.map(({ callback }) => callback) })).toMatchObject({ applied: 2 })
    expect(await statuses()).toEqual(['delivered'])
    expect(await recount(getPool())).toEqual([])
  })

  it('that never comes holds up nobody else', async () => {
    const sns = await fixture('03-text-delivered-v2')
    let answer = (_: string): void => undefined
    site.set(sns.verify.signing_cert_url, new Promise<string>((resolve) => (answer = resolve)))
    const waiting = receive(callOf(sns, await awsConnection(sns)), sns.verify.now * 1000)
    const kannel = await createConnection({ adapter: 'kannel', name: 'K' })
    const target = `/api/callbacks/kannel/${kannel.id}?token=${kannel.generatedSecrets['token']}&ref=o1&d=1`
    const other = await receive({ method: 'GET', target, headers: {}, body: Buffer.alloc(0), door: 'fast' })
    expect(other.status).toBe(200)
    expect(await statuses()).toEqual(['delivered'])
    answer(sns.verify.certificate_pem)
    expect((await waiting).status).toBe(200)
    expect(await statuses()).toEqual(['delivered', 'delivered'])
  })
})

it('the end of a subscription is shown to a person, and settled when it was looked at', async () => {
  const sns = await fixture('10-unsubscribe-confirmation-v1')
  site.set(sns.verify.signing_cert_url, sns.verify.certificate_pem)
  expect((await receive(callOf(sns, await awsConnection(sns)), sns.verify.now * 1000)).status).toBe(200)
  expect(asked).toEqual([sns.verify.signing_cert_url])
  const [alert] = await quarantine()
  expect(alert).toMatchObject({ code: 'unsubscribed', open: true })
  expect(await replay({ ids: [alert!.callback] })).toMatchObject({ applied: 1 })
  expect(await quarantine()).toMatchObject([{ open: false }])
})

describe('a text whose parts are reported one by one', () => {
  const messageId = 'b6ba5647-0000-4000-8000-000000000001'
  let target: string

  beforeEach(async () => {
    const { id, generatedSecrets } = await createConnection({ adapter: 'routee', name: 'R' })
    target = `/api/callbacks/routee/${id}/${generatedSecrets['token']}`
  })

  async function report(part: number, status: string, price: number): Promise<void> {
    const body = JSON.stringify({
      messageId,
      smsId: `part-${part}`,
      part,
      parts: 2,
      to: '+447700900901',
      price,
      status: { name: status, updatedDate: '2026-03-02T10:15:08Z' },
    })
    const headers = { 'content-type': 'application/json' }
    const reply = await receive({ method: 'POST', target, headers, body: Buffer.from(body), door: 'fast' })
    expect(reply.status).toBeLessThan(300)
  }

  const message = async () =>
    (await getPool().query('SELECT status::text, parts, segments, price::float8 AS price FROM message')).rows

  it('is there when all parts are, and costs what they cost together', async () => {
    await report(1, 'Delivered', 0.0085)
    expect(await message()).toEqual([{ status: 'sent', parts: 2, segments: 2, price: 0.0085 }])
    await report(2, 'Sent', 0.0085)
    await report(1, 'Delivered', 0.0085)
    expect(await message()).toEqual([{ status: 'sent', parts: 2, segments: 2, price: 0.017 }])
    await report(2, 'Delivered', 0.0085)
    expect(await message()).toEqual([{ status: 'delivered', parts: 2, segments: 2, price: 0.017 }])
    expect(await recount(getPool())).toEqual([])
  })

  it('failed when one part did', async () => {
    await report(1, 'Delivered', 0.0085)
    await report(2, 'Undelivered', 0.0085)
    expect(await message()).toMatchObject([{ status: 'undelivered' }])
    expect(await recount(getPool())).toEqual([])
  })
})

describe('a secret of the account in a callback (Clickatell)', () => {
  it('is stored neither with what is applied nor with what is refused', async () => {
    const { id, generatedSecrets } = await createConnection({ adapter: 'clickatell', name: 'Platform' })
    const body = JSON.stringify({ apiKey: 'send-in-my-name', messageId: 'm1', to: '447700900601', statusCode: 4 })
    const send = (token: string) =>
      receive({
        method: 'POST',
        target: `/api/callbacks/clickatell/${id}/${token}`,
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(body),
        door: 'fast',
      })
    expect((await send(generatedSecrets['token'] ?? '')).status).toBe(200)
    expect((await send('wrong')).status).toBe(403)
    const { rows } = await getPool().query<{ body: Buffer }>('SELECT body FROM callback')
    expect(rows.map((row) => row.body.toString())).toEqual([
      body.replace('send-in-my-name', '(removed)'),
      body.replace('send-in-my-name', '(removed)'),
    ])
  })
})
