import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import * as health from '@/app/api/health/ready/route'
import * as metricsRoute from '@/app/api/metrics/route'
import * as callbackRoute from '@/app/api/v1/callbacks/[id]/route'
import * as callbacksRoute from '@/app/api/v1/callbacks/route'
import * as connectionRoute from '@/app/api/v1/connections/[id]/route'
import * as connectionsRoute from '@/app/api/v1/connections/route'
import * as csvRoute from '@/app/api/v1/messages.csv/route'
import * as messageRoute from '@/app/api/v1/messages/[id]/route'
import * as messagesRoute from '@/app/api/v1/messages/route'
import * as providersRoute from '@/app/api/v1/providers/route'
import * as feedRoute from '@/app/api/v1/receipts/feed/route'
import { callbackDetail, callbackList } from '@/lib/contracts/callback'
import { connectionCreated, connectionList, connectionRemoved, providerList } from '@/lib/contracts/connection'
import { feed, messageDetail, messageList } from '@/lib/contracts/message'
import { problem } from '@/lib/contracts/problem'
import { getPool } from '@/lib/db/pool'
import { receive } from '@/lib/ingest/receive'
import { type FreshDatabase, freshDatabase } from './freshDatabase'

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>

let database: FreshDatabase
let kannel: { id: string; token: string }

function call(handler: unknown, path: string, id = '', init: RequestInit = {}): Promise<Response> {
  return (handler as Handler)(new Request(`http://localhost:3000${path}`, init), { params: Promise.resolve({ id }) })
}

/** The answer, checked against its contract: nothing may be missing, nothing may be there that it does not name. */
async function read<Shape extends z.ZodType>(shape: Shape, answer: Promise<Response>): Promise<z.output<Shape>> {
  const response = await answer
  expect(response.ok).toBe(true)
  const body: unknown = await response.json()
  expect(shape.parse(body)).toEqual(body)
  return shape.parse(body)
}

async function arrive(query: string, token = kannel.token): Promise<number> {
  const target = `/api/callbacks/kannel/${kannel.id}?token=${token}&${query}`
  const headers = { 'user-agent': 'Kannel/1.4', authorization: 'Basic c2VjcmV0' }
  return (await receive({ method: 'GET', target, headers, body: Buffer.alloc(0), door: 'next' })).status
}

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = randomBytes(32).toString('hex')
  await getPool().query(`INSERT INTO setting (key, value) VALUES ('time_zone', 'UTC')`)
  const body = JSON.stringify({ adapter: 'kannel', name: '=Gate, "way"' })
  const headers = { 'content-type': 'application/json' }
  const added = await read(connectionCreated, call(connectionsRoute.POST, '/', '', { method: 'POST', headers, body }))
  kannel = { id: added.id, token: added.generatedSecrets['token'] ?? '' }
  expect(await arrive('ref=one&d=8&p=447700900001')).toBeLessThan(300)
  expect(await arrive('ref=one&d=1&p=447700900001&F=smsc-4711')).toBeLessThan(300)
  expect(await arrive('ref=two&d=2&p=447700900002&A=id:1%20stat:UNDELIV%20err:001')).toBeLessThan(300)
  expect(await arrive('ref=three&d=99')).toBeLessThan(300)
  expect(await arrive('ref=four&d=1', 'wrong')).toBeGreaterThanOrEqual(400)
})

afterAll(async () => {
  await getPool().end()
  await database.drop()
})

describe('messages', () => {
  const search = async (q: string) => {
    const found = await read(messageList, call(messagesRoute.GET, `/?q=${encodeURIComponent(q)}`))
    return found.items.map((item) => item.clientReference)
  }

  it.each(['+447700900001', '447700900001', '+44 7700 900 001', '0044 7700-900001', 'one', 'ref:one', 'smsc-4711'])(
    'are found by %s',
    async (q) => expect(await search(q)).toEqual(['one']),
  )

  it.each(['44770090000', 'on', 'One', '%', ''])('are not guessed by %s', async (q) =>
    expect(await search(q)).toEqual(q === '' ? ['two', 'one'] : []),
  )

  it('come with their receipts, one of which decides', async () => {
    const { items } = await read(messageList, call(messagesRoute.GET, '/?q=one'))
    const detail = await read(messageDetail, call(messageRoute.GET, '/', items[0]?.id))
    expect(detail).toMatchObject({ state: 'delivered', recipient: '+447700900001', country: 'GB', carrier: null })
    expect(detail.receipts.map(({ decides, state }) => [state, decides])).toEqual([
      ['pending', false],
      ['delivered', true],
    ])
  })

  it.each(['0', 'abc', '9'.repeat(30), '-1'])('of id %s do not exist', async (id) => {
    const response = await call(messageRoute.GET, '/', id)
    expect([response.status, problem.parse(await response.json()).title]).toEqual([404, 'Not found'])
  })

  it('can be had as CSV, with what a spreadsheet could run disarmed', async () => {
    const response = await call(csvRoute.GET, '/?state=failed')
    expect(response.headers.get('content-type')).toMatch(/^text\/csv/)
    const [head, first, ...rest] = (await response.text()).split('\r\n')
    expect(head).toMatch(/^id,connection,provider,/)
    expect(first).toContain(`"'=Gate, ""way""",kannel`)
    expect(first).toContain(',+447700900002,')
    expect(rest).toEqual([''])
  })

  it('refuse a range that ends before it begins', async () => {
    const response = await call(messagesRoute.GET, '/?from=2026-07-02T00:00:00Z&to=2026-07-01T00:00:00Z')
    expect(problem.parse(await response.json()).errors).toEqual([{ field: 'to', message: 'must be later than "from"' }])
  })
})

describe('callbacks', () => {
  const list = async (query: string) => (await read(callbackList, call(callbacksRoute.GET, `/${query}`))).items

  it('are listed newest first, by pages', async () => {
    const all = await list('')
    expect(all.map(({ outcome }) => outcome)).toEqual(['refused', 'unapplied', 'applied', 'applied', 'applied'])
    const page = await read(callbackList, call(callbacksRoute.GET, '/?limit=2'))
    const next = await read(callbackList, call(callbacksRoute.GET, `/?limit=3&cursor=${page.nextCursor}`))
    expect([...page.items, ...next.items]).toEqual(all)
    expect(next.nextCursor).toBeNull()
  })

  it.each([
    ['?quarantined=open', ['token_wrong', 'unknown_status']],
    ['?quarantined=all&limit=1', ['token_wrong']],
    ['?code=unknown_status', ['unknown_status']],
    ['?outcome=unapplied', ['unknown_status']],
    ['?outcome=refused', ['token_wrong']],
    ['?code=signature_wrong', []],
    ['?outcome=ignored', []],
  ])('in quarantine are found by %s', async (query, codes) =>
    expect((await list(query)).map((item) => item.quarantine[0]?.code)).toEqual(codes),
  )

  it('show what arrived without what could be used to forge one', async () => {
    const applied = (await list('?outcome=applied'))[0]
    const response = await call(callbackRoute.GET, '/', applied?.id)
    const text = await response.clone().text()
    expect(text).not.toContain(kannel.token)
    expect(text).not.toContain('c2VjcmV0')
    const detail = await read(callbackDetail, Promise.resolve(response))
    expect(detail.target).toBe(
      `/api/callbacks/kannel/${kannel.id}?token=•••&ref=two&d=2&p=447700900002&A=id:1%20stat:UNDELIV%20err:001`,
    )
    const { items } = await read(messageList, call(messagesRoute.GET, '/?q=two'))
    expect(detail.messages).toEqual([{ id: items[0]?.id, providerMessageId: null }])
  })

  it('that were refused speak of no message', async () => {
    const refused = (await list('?outcome=refused'))[0]
    expect((await read(callbackDetail, call(callbackRoute.GET, '/', refused?.id))).messages).toEqual([])
  })
})

describe('the rest', () => {
  it('keeps its contracts', async () => {
    const newest = await read(feed, call(feedRoute.GET, '/'))
    expect(newest.items.map(({ status }) => status)).toContain('delivered')
    expect(JSON.stringify(newest)).not.toContain('447700900001')
    expect((await read(connectionList, call(connectionsRoute.GET, '/'))).items.map(({ id }) => id)).toEqual([kannel.id])
    const ids = (await read(providerList, call(providersRoute.GET, '/'))).items.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['twilio', 'vonage-sms', 'kannel', 'landed']))
  })

  it('tells Prometheus what happened', async () => {
    const text = await (await call(metricsRoute.GET, '/')).text()
    expect(text).toMatch(/^landed_callbacks_total\{.*adapter="kannel".*\} \d+$/m)
    expect(text).toMatch(/^landed_commit_seconds_count \d+$/m)
  })

  it('is ready only while its schema is the one of this code', async () => {
    expect((await call(health.GET, '/')).status).toBe(200)
    await getPool().query('UPDATE _prisma_migrations SET rolled_back_at = now()')
    expect((await call(health.GET, '/')).status).toBe(503)
    await getPool().query('UPDATE _prisma_migrations SET rolled_back_at = NULL')
    expect((await call(health.GET, '/')).status).toBe(200)
  })

  it('removes a connection once', async () => {
    const remove = () => call(connectionRoute.DELETE, '/', kannel.id, { method: 'DELETE' })
    expect(await read(connectionRemoved, remove())).toEqual({ id: kannel.id, messages: 2, receipts: 3 })
    expect((await remove()).status).toBe(404)
  })
})
