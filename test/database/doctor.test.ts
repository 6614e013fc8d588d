import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import twilio from 'twilio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConnection } from '@/lib/connections/createConnection'
import { getPool } from '@/lib/db/pool'
import { applyRemedy } from '@/lib/doctor/applyRemedy'
import { examine } from '@/lib/doctor/examine'
import { receive } from '@/lib/ingest/receive'
import type { IncomingCallback } from '@/lib/ingest/types'
import { recount } from '@/lib/rollups/recount'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

/** What the tests of this project set as PUBLIC_URL. */
const PUBLIC = 'https://landed.test'
const NOW = Date.UTC(2026, 10, 25, 12)

let database: FreshDatabase

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

const sid = () => `SM${randomBytes(16).toString('hex')}`

async function twilioConnection(name = 'T') {
  const authToken = randomBytes(16).toString('hex')
  const { id } = await createConnection({ adapter: 'twilio', name, secrets: { authToken } })
  return { authToken, path: `/api/callbacks/twilio/${id}` }
}

/** A form as Twilio sends it, signed for the URL that Twilio knows, arriving at `target`. */
function twilioCall(
  authToken: string,
  knownUrl: string,
  target: string,
  headers: Record<string, string> = {},
): IncomingCallback {
  const fields = { MessageSid: sid(), MessageStatus: 'delivered', To: '+447700900123' }
  return {
    method: 'POST',
    target,
    headers: {
      host: 'landed.test',
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, knownUrl, fields),
      ...headers,
    },
    body: Buffer.from(new URLSearchParams(fields).toString()),
    door: 'fast',
  }
}

async function landedConnection() {
  const { id, generatedSecrets } = await createConnection({ adapter: 'landed', name: 'L' })
  return { secret: generatedSecrets['signingSecret'] ?? '', target: `/api/callbacks/landed/${id}` }
}

/** Signed over `sent`; what arrives is `arriving`. */
function landedCall(secret: string, target: string, sent: string, arriving = sent, signedAt = NOW): IncomingCallback {
  const id = `msg_${randomBytes(6).toString('hex')}`
  const at = new Date(signedAt)
  return {
    method: 'POST',
    target,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, sent),
    },
    body: Buffer.from(arriving),
    door: 'fast',
  }
}

/** Refused now; the id under which it is kept. */
async function refused(incoming: IncomingCallback): Promise<string> {
  expect((await receive(incoming, NOW)).status).toBe(403)
  const { rows } = await getPool().query<{ id: string }>(
    'SELECT callback_id AS id FROM quarantine q ORDER BY q.id DESC LIMIT 1',
  )
  return rows[0]?.id ?? ''
}

/** The doctor names the cause, one click applies it, what waited is applied, and the next call is accepted at once. */
async function expectCured(first: IncomingCallback, next: IncomingCallback, line: RegExp, registeredUrl?: string) {
  const id = await refused(first)
  const found = await examine(id, registeredUrl)
  expect(found).toMatchObject({ verifies: false, waiting: 1, helped: 1 })
  expect(found.remedy?.line).toMatch(line)
  expect(found.remedy?.cause.length).toBeGreaterThan(20)
  expect((await applyRemedy(id, registeredUrl)).replay).toMatchObject({ replayed: 1, applied: 1, stillQuarantined: [] })
  expect((await receive(next, NOW)).status).toBeLessThan(300)
  expect(await recount(getPool())).toEqual([])
}

describe('the doctor finds', () => {
  it.each<[string, (path: string) => string, Record<string, string>, RegExp, string?]>([
    ['another scheme', (path) => `http://landed.test${path}`, {}, /^PUBLIC_URL=http:\/\/landed\.test$/],
    [
      'another host',
      (path) => `https://sms.example.com${path}`,
      { host: 'sms.example.com' },
      /^PUBLIC_URL=https:\/\/sms\.example\.com$/,
    ],
    [
      'a host that a proxy replaced',
      (path) => `https://sms.example.com${path}`,
      { 'x-forwarded-host': 'sms.example.com' },
      /sms\.example\.com/,
    ],
    ['another port', (path) => `https://landed.test:8443${path}`, {}, /^PUBLIC_URL=https:\/\/landed\.test:8443$/],
    [
      'host and scheme together',
      (path) => `http://10.0.0.5:3000${path}`,
      { host: '10.0.0.5:3000' },
      /^PUBLIC_URL=http:\/\/10\.0\.0\.5:3000$/,
    ],
    ['a slash at the end', (path) => `${PUBLIC}${path}/`, {}, /^path slash = with$/],
    [
      'a slash and another host',
      (path) => `https://a.example${path}/`,
      { host: 'a.example' },
      /^PUBLIC_URL=https:\/\/a\.example; path slash = with$/,
    ],
  ])('%s', async (_, knownUrl, headers, line) => {
    const { authToken, path } = await twilioConnection()
    const call = () => twilioCall(authToken, knownUrl(path), path, headers)
    await expectCured(call(), call(), line)
  })

  it('a beginning of the path that a proxy takes off and names', async () => {
    const { authToken, path } = await twilioConnection()
    const call = () => twilioCall(authToken, `${PUBLIC}/sms${path}`, path, { 'x-original-uri': `/sms${path}` })
    await expectCured(call(), call(), /^path prefix = \/sms$/)
  })

  it('a beginning of the path and a host that only the URL in the console shows', async () => {
    const { authToken, path } = await twilioConnection()
    const known = `https://gate.example/hooks${path}`
    const call = () => twilioCall(authToken, known, path)
    const id = await refused(call())
    expect((await examine(id)).remedy).toBeNull()
    await getPool().query(`UPDATE quarantine SET resolved_at = now() WHERE callback_id = $1`, [id])
    await expectCured(call(), call(), /^PUBLIC_URL=https:\/\/gate\.example; path prefix = \/hooks$/, known)
  })

  it('another order of the query', async () => {
    const { authToken, path } = await twilioConnection()
    const call = () =>
      twilioCall(authToken, `${PUBLIC}${path}?shop=7&campaign=spring&b=1`, `${path}?b=1&campaign=spring&shop=7`)
    await expectCured(call(), call(), /^query order = shop, campaign, b$/)
  })

  it('another spelling of the query', async () => {
    const { authToken, path } = await twilioConnection()
    const call = () => twilioCall(authToken, `${PUBLIC}${path}?name=%c3%a9`, `${path}?name=%C3%A9`)
    await expectCured(call(), call(), /^query form = form_lower_hex$/)
  })

  it.each<[string, (compact: string) => string, RegExp]>([
    ['JSON made compact', (body) => body.replace(/([,:])"/g, '$1 "'), /json_spaced/],
    ['indented JSON made compact', (body) => JSON.stringify(JSON.parse(body), null, 2), /json_pretty_2/],
    ['a line break cut off', (body) => `${body}\n`, /with_newline/],
    ['escapes written out', (body) => body.replace('é', '\\u00e9'), /json_ascii/],
  ])('a body written anew by a proxy: %s', async (_, asSent, line) => {
    const { secret, target } = await landedConnection()
    const call = () => {
      const body = JSON.stringify({ providerMessageId: sid(), status: 'delivered', campaign: 'é' })
      return landedCall(secret, target, asSent(body), body)
    }
    await expectCured(call(), call(), line)
  })

  it('the secret of another connection', async () => {
    const other = await twilioConnection('Leeds account')
    const { path } = await twilioConnection()
    const call = () => twilioCall(other.authToken, `${PUBLIC}${path}`, path)
    await expectCured(call(), call(), /^secrets = those of “Leeds account”$/)
  })

  it('a clock that is wrong', async () => {
    const { secret, target } = await landedConnection()
    const call = (body = JSON.stringify({ providerMessageId: sid(), status: 'delivered' })) =>
      landedCall(secret, target, body, body, NOW + 47 * 60_000)
    await expectCured(call(), call(), /^clock offset = 2820 s$/)
  })

  it('that it is for a connection of another provider', async () => {
    const stranger = await landedConnection()
    const { path } = await twilioConnection()
    const body = JSON.stringify({ providerMessageId: sid(), status: 'delivered' })
    const id = await refused401(landedCall(stranger.secret, path, body))
    expect(await examine(id)).toMatchObject({ remedy: null, rightful: { name: 'L' } })
  })
})

async function refused401(incoming: IncomingCallback): Promise<string> {
  expect((await receive(incoming, NOW)).status).toBe(401)
  const { rows } = await getPool().query<{ id: string }>(
    'SELECT callback_id AS id FROM quarantine q ORDER BY q.id DESC LIMIT 1',
  )
  return rows[0]?.id ?? ''
}

describe('the doctor does not find', () => {
  it('a way for a forger: nothing is applied and nothing changes', async () => {
    const { path } = await twilioConnection()
    const id = await refused(twilioCall('not the token', `${PUBLIC}${path}`, path))
    expect(await examine(id)).toMatchObject({ verifies: false, remedy: null, rightful: null, helped: 0 })
    await expect(applyRemedy(id)).rejects.toMatchObject({ problem: { status: 409 } })
    expect((await receive(twilioCall('not the token', `${PUBLIC}${path}`, path), NOW)).status).toBe(403)
  })

  it('what is not there', async () => {
    await expect(examine('nonsense')).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(examine('019ac000-0000-7000-8000-000000000000')).rejects.toMatchObject({ problem: { status: 404 } })
  })
})
