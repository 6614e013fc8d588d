import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectionById, reload } from '@/lib/connections/directory'
import { sealSecrets } from '@/lib/connections/sealSecrets'
import { secretKey } from '@/lib/connections/secretKey'
import { type OverrideCreate, overrideCreate } from '@/lib/contracts/codes'
import { type MappingDraft, mappingDraft } from '@/lib/contracts/mapping'
import { createIngestPool, getPool } from '@/lib/db/pool'
import { createOverride } from '@/lib/dictionary/createOverride'
import { dismissNewCode } from '@/lib/dictionary/dismissNewCode'
import { endOverride } from '@/lib/dictionary/endOverride'
import { explainMessage } from '@/lib/dictionary/explainMessage'
import { commandJob, listJobs, readJob } from '@/lib/dictionary/jobs'
import { listOverrides } from '@/lib/dictionary/listOverrides'
import { newCodes } from '@/lib/dictionary/newCodes'
import { previewMappingChange } from '@/lib/dictionary/previewMappingChange'
import { previewOverride } from '@/lib/dictionary/previewOverride'
import { readDictionary } from '@/lib/dictionary/readDictionary'
import { rejudgeAfterMappingChange } from '@/lib/dictionary/rejudgeAfterMappingChange'
import { runJobs } from '@/lib/dictionary/rejudge/runJobs'
import { readEnv } from '@/lib/env'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { commitBatch } from '@/lib/ingest/commitBatch'
import type { Receipt } from '@/lib/providers/types'
import { recount } from '@/lib/rollups/recount'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { itemOf } from './historyArbitrary'

let database: FreshDatabase
let pool: Pool
let jobs: Pool

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = 'ab'.repeat(32)
  pool = createIngestPool(database.url, 2)
  jobs = createIngestPool(database.url, 1)
  await pool.query(`INSERT INTO setting (key, value) VALUES ('time_zone', $1)`, [readEnv().timeZone])
})

afterAll(async () => {
  await Promise.all([pool.end(), jobs.end(), getPool().end()])
  await database.drop()
})

let number = 0
async function connect(
  adapter: string,
  mapping: MappingDraft | null = null,
): Promise<{ id: number; publicId: string }> {
  const publicId = `codes${++number}`
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO connection (public_id, adapter, name, secrets, mapping) VALUES ($1, $2, $1, $3, $4) RETURNING id`,
    [publicId, adapter, sealSecrets({ authToken: '1'.repeat(32) }, secretKey()), mapping && JSON.stringify(mapping)],
  )
  await reload()
  return { id: rows[0]?.id ?? 0, publicId }
}

const AT = Date.UTC(2026, 5, 1)
/** A text that failed with a code, as an adapter would have read it. */
async function fail(
  connection: number,
  messageId: string,
  errorCode: string,
  rawStatus = 'undelivered',
): Promise<void> {
  const receipt: Receipt = {
    providerMessageId: messageId,
    status: 'undelivered',
    rawStatus,
    failureClass: 'unknown',
    errorCode,
    recipient: '+447700900123',
    sender: null,
    occurredAt: AT,
  }
  await commitBatch(pool, [itemOf(connection, { receipt, receivedAt: AT + 1_000 })])
}

const say = (over: Partial<OverrideCreate>): OverrideCreate => ({
  ...overrideCreate.parse({ adapter: 'twilio', kind: 'error', code: '30003', author: 'Ana', plain: 'x' }),
  plain: null,
  ...over,
})
const work = () => runJobs(jobs, { settleMs: 0, signal: new AbortController().signal })
const isRejudging = async (id: number) => {
  await reload()
  return connectionById(id)?.rejudging
}

async function problemOf(work: Promise<unknown>): Promise<HttpProblem['problem']> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof HttpProblem)) throw new Error(`It should have been refused: ${String(error)}`)
  return error.problem
}

describe('saying what a code means', () => {
  it.each([
    ['status', say({})],
    ['failureClass', say({ status: 'delivered', failureClass: 'expired' })],
    ['adapter', say({ adapter: 'nobody', status: 'failed' })],
    ['connection', say({ connection: 'nowhere', status: 'failed' })],
    ['connection', say({ adapter: 'custom', status: 'failed' })],
  ])('is refused with the field %s named, and changes nothing', async (field, input) => {
    const before = await pool.query('SELECT count(*) FROM code_override')
    const problem = await problemOf(createOverride(input))
    expect(problem.status).toBe(422)
    expect(problem.errors?.[0]?.field).toBe(field)
    expect((await pool.query('SELECT count(*) FROM code_override')).rows).toEqual(before.rows)
    expect(await listJobs()).toEqual([])
  })

  it('shows in the dictionary and on messages, judges again, keeps its history, and ends', async () => {
    const { id, publicId } = await connect('twilio')
    await fail(id, 'shown', '30003')
    const before = await readDictionary()
    const input = say({ failureClass: 'carrier_blocked', plain: 'The filter was hungry.', note: 'they said so' })
    expect(await previewOverride(input)).toMatchObject({ messages: 1, exact: true, waiting: 0 })
    const { override, job } = await createOverride(input)
    expect(await isRejudging(id)).toBe(true)
    expect(await work()).toBe(1)
    expect(await isRejudging(id)).toBe(false)
    expect(await readJob(job ?? 0)).toMatchObject({ state: 'done', changed: 1, checked: 1, total: 1 })

    const after = await readDictionary()
    expect(after.etag).not.toBe(before.etag)
    expect((await readDictionary()).etag).toBe(after.etag)
    const entry = JSON.parse(after.json).items.find(
      (each: { adapter: string; code: string }) => each.adapter === 'twilio' && each.code === '30003',
    )
    expect(entry).toMatchObject({
      failureClass: 'carrier_blocked',
      plain: 'The filter was hungry.',
      override: { author: 'Ana' },
    })
    const failed = { connection: { id: publicId, adapter: 'twilio' }, rawStatus: 'undelivered', errorCode: '30003' }
    expect((await explainMessage({ ...failed, failureClass: 'carrier_blocked' }))?.plain).toBe('The filter was hungry.')

    expect((await problemOf(createOverride(input))).status).toBe(409)
    // Other words alone judge nothing again.
    expect((await createOverride({ ...input, plain: 'Still hungry.' })).job).toBeNull()
    const [newest] = await listOverrides({ adapter: 'twilio', code: '30003' })
    expect((await endOverride(newest?.id ?? 0, 'Ben')).job).not.toBeNull()
    expect((await problemOf(endOverride(newest?.id ?? 0, 'Ben'))).status).toBe(409)
    expect((await problemOf(endOverride(99_999, 'Ben'))).status).toBe(404)
    await work()
    const history = await listOverrides({ adapter: 'twilio', kind: 'error', code: '30003' })
    expect(history.map(({ endedBy, plain }) => [plain, endedBy])).toEqual([
      ['Still hungry.', 'Ben'],
      ['The filter was hungry.', 'Ana'],
    ])
    expect(history.at(-1)?.id).toBe(override.id)
    const { rows } = await pool.query('SELECT failure_class FROM message WHERE connection_id = $1', [id])
    expect(rows).toEqual([{ failure_class: 'unknown' }])
    expect((await readDictionary()).etag).toBe(before.etag)
  })

  it('by two people at once leaves one in force and both in the history', async () => {
    const both = ['failed', 'rejected'] as const
    await Promise.all(both.map((status) => createOverride(say({ code: '30099', status, author: status }))))
    const history = await listOverrides({ adapter: 'twilio', code: '30099' })
    expect(history).toHaveLength(2)
    expect(history.filter(({ endedAt }) => endedAt === null)).toHaveLength(1)
    await work()
  })

  it('of one connection wins over what is said of all', async () => {
    const [one, other] = [await connect('twilio'), await connect('twilio')]
    for (const { id } of [one, other]) await fail(id, `m${id}`, '30098')
    await createOverride(say({ code: '30098', status: 'failed' }))
    await createOverride(say({ code: '30098', status: 'rejected', connection: one.publicId }))
    await work()
    const { rows } = await pool.query(
      'SELECT connection_id AS id, status FROM message WHERE error_code = $1 ORDER BY 1',
      ['30098'],
    )
    expect(rows).toEqual([
      { id: one.id, status: 'rejected' },
      { id: other.id, status: 'failed' },
    ])
    expect(await recount(pool)).toEqual([])
  })
})

describe('a job that was stopped', () => {
  it('leaves the connection marked until a later one is done, and can go on', async () => {
    const { id } = await connect('twilio')
    await fail(id, 'stopped', '30097')
    const { job } = await createOverride(say({ code: '30097', status: 'failed' }))
    expect(await commandJob(job ?? 0, 'stop')).toMatchObject({ state: 'stopped' })
    expect((await problemOf(commandJob(job ?? 0, 'stop'))).status).toBe(409)
    expect(await work()).toBe(0)
    expect(await isRejudging(id)).toBe(true)
    expect(await commandJob(job ?? 0, 'continue')).toMatchObject({ state: 'waiting' })
    expect(await work()).toBe(1)
    expect(await isRejudging(id)).toBe(false)
  })
})

describe('the inbox of new codes', () => {
  it('lists what nobody knows, puts it aside and takes it back, and forgets what is explained', async () => {
    const { id, publicId } = await connect('twilio')
    const receipt: Receipt = {
      providerMessageId: 'new',
      status: 'undelivered',
      rawStatus: 'undelivered',
      failureClass: 'unknown',
      errorCode: '38888',
      recipient: '+447700900123',
      sender: null,
      occurredAt: AT,
    }
    const item = itemOf(id, { receipt, receivedAt: AT })
    await commitBatch(pool, [
      {
        ...item,
        newCodes: [
          { kind: 'error', code: '38888' },
          { kind: 'error', code: '30003' },
        ],
      },
    ])
    const mine = async () => (await newCodes()).filter(({ connection }) => connection.id === publicId)
    // 30003 is known by now, as after an update of Landed.
    expect(await mine()).toMatchObject([{ code: '38888', seen: 1, provider: 'Twilio', callbacks: [item.callback.id] }])
    const aside = { connection: publicId, kind: 'error', code: '38888', author: 'Ana' } as const
    await dismissNewCode({ ...aside, dismissed: true })
    expect((await mine())[0]?.dismissed).toMatchObject({ by: 'Ana' })
    await dismissNewCode({ ...aside, dismissed: false })
    expect((await mine())[0]?.dismissed).toBeNull()
    expect((await problemOf(dismissNewCode({ ...aside, code: '1', dismissed: true }))).status).toBe(404)
    await createOverride(say({ code: '38888', failureClass: 'invalid_number' }))
    expect(await mine()).toEqual([])
    await work()
  })
})

describe('a changed mapping', () => {
  it('does to stored messages what its preview said', async () => {
    const tables = (status: 'undelivered' | 'rejected', failureClass: 'invalid_number' | 'carrier_blocked') =>
      mappingDraft.parse({
        ...{ version: 1, provider: 'Invented', statuses: [{ word: 'NOPE', status }] },
        errors: [{ code: 'E1', failureClass }],
      })
    const { id, publicId } = await connect('custom', tables('undelivered', 'invalid_number'))
    for (const name of ['a', 'b']) await fail(id, name, 'E1', 'NOPE')
    await fail(id, 'c', 'E1', 'NEVER HEARD OF')
    const next = tables('rejected', 'carrier_blocked')
    expect(await previewMappingChange(id, next)).toMatchObject({
      messages: 2,
      changes: [{ to: { status: 'rejected', failureClass: 'carrier_blocked' }, messages: 2 }],
    })
    await pool.query('UPDATE connection SET mapping = $2 WHERE public_id = $1', [publicId, JSON.stringify(next)])
    const job = await rejudgeAfterMappingChange(id, 'The mapping was changed', 'Ana')
    await work()
    expect(await readJob(job)).toMatchObject({ state: 'done', changed: 2, checked: 3 })
    const { rows } = await pool.query(
      'SELECT message_key AS key, status, failure_class AS class FROM message WHERE connection_id = $1 ORDER BY 1',
      [id],
    )
    expect(rows).toEqual([
      { key: 'a', status: 'rejected', class: 'carrier_blocked' },
      { key: 'b', status: 'rejected', class: 'carrier_blocked' },
      { key: 'c', status: 'undelivered', class: 'unknown' },
    ])
    expect(await recount(pool)).toEqual([])
  })
})
