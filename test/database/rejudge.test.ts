import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIngestPool, getPool } from '@/lib/db/pool'
import { compileOverrides, type OverrideRow } from '@/lib/dictionary/compileOverrides'
import { addJob } from '@/lib/dictionary/rejudge/job'
import { previewChange } from '@/lib/dictionary/rejudge/previewChange'
import { runJobs } from '@/lib/dictionary/rejudge/runJobs'
import { readEnv } from '@/lib/env'
import { commitBatch } from '@/lib/ingest/commitBatch'
import { prepareReceipts } from '@/lib/ingest/prepareReceipts'
import { projectRoot } from '@/lib/projectRoot'
import { landed } from '@/lib/providers/landed'
import { recount } from '@/lib/rollups/recount'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import { addTestConnection } from './addTestConnection'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { type ArrivingReceipt, history, itemOf } from './historyArbitrary'

let database: FreshDatabase
let pool: Pool
/** That of the jobs, like the server's. */
let jobs: Pool

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = 'ab'.repeat(32)
  pool = createIngestPool(database.url, 4)
  jobs = createIngestPool(database.url, 1)
  await pool.query(`INSERT INTO setting (key, value) VALUES ('time_zone', $1)`, [readEnv().timeZone])
})

afterAll(async () => {
  await Promise.all([pool.end(), jobs.end(), getPool().end()])
  await database.drop()
})

const judgement = fc.record({
  status: fc.option(fc.constantFrom(...STATUSES)),
  failureClass: fc.option(fc.constantFrom(...FAILURE_CLASSES)),
})
const override = fc.record({
  kindAndCode: fc.constantFrom(
    ['status', 'A'],
    ['status', 'B'],
    ['error', '30003'],
    ['error', '30005'],
  ) as fc.Arbitrary<['status' | 'error', string]>,
  judgement,
})

interface Wish {
  kindAndCode: ['status' | 'error', string]
  judgement: { status: (typeof STATUSES)[number] | null; failureClass: (typeof FAILURE_CLASSES)[number] | null }
}

function rowOf(connectionId: number, { kindAndCode: [kind, code], judgement }: Wish): OverrideRow {
  return { adapter: 'landed', connectionId, kind, code, ...judgement }
}

/** What a verb does, without its checks: the row of before ends, the new one begins, and stored receipts are to follow. */
async function store(row: OverrideRow): Promise<void> {
  const { adapter, connectionId, kind, code, status, failureClass } = row
  await pool.query(
    `UPDATE code_override SET ended_at = now() WHERE adapter = $1 AND connection_id = $2 AND kind = $3 AND code = $4
        AND ended_at IS NULL`,
    [adapter, connectionId, kind, code],
  )
  if (status !== null || failureClass !== null)
    await pool.query(
      `INSERT INTO code_override (adapter, connection_id, kind, code, status, failure_class, author)
       VALUES ($1, $2, $3, $4, $5, $6, 'test')`,
      [adapter, connectionId, kind, code, status, failureClass],
    )
  await addJob(pool, row, 'test', 'test')
}

const work = (onCommit?: (isSweep: boolean) => Promise<void>) =>
  runJobs(jobs, { settleMs: 0, signal: new AbortController().signal, ...(onCommit ? { onCommit } : {}) })

async function stateOf(connection: number) {
  const messages = await pool.query(
    `SELECT id, status, failure_class AS "failureClass", raw_status, error_code, occurred_at, contradicted, parts, price
       FROM message WHERE connection_id = $1 ORDER BY id`,
    [connection],
  )
  const receipts = await pool.query(
    `SELECT message_id, fingerprint, status, failure_class, adapter_status, adapter_class FROM receipt
      WHERE connection_id = $1 ORDER BY 1, 2`,
    [connection],
  )
  return { messages: messages.rows, receipts: receipts.rows }
}

type State = Awaited<ReturnType<typeof stateOf>>
const said = ({ status, failureClass }: { status: string; failureClass: string | null }) => `${status} ${failureClass}`

/** Messages by what they were and what they are, as a preview counts them. */
function moves(before: State, after: State): Record<string, number> {
  const counts: Record<string, number> = {}
  before.messages.forEach((message, index) => {
    const key = `${said(message)} → ${said(after.messages[index])}`
    if (said(message) !== said(after.messages[index])) counts[key] = (counts[key] ?? 0) + 1
  })
  return counts
}

async function lastJob() {
  const { rows } = await pool.query(
    `SELECT state, messages_checked::int AS checked, messages_changed::int AS changed, receipts_changed::int AS receipts,
            error FROM rejudge_job ORDER BY id DESC LIMIT 1`,
  )
  return rows[0]
}

describe('judging stored receipts again', () => {
  it('does exactly what its preview said, keeps the counters, and is undone exactly (150 histories)', async () => {
    let told = 0
    await fc.assert(
      fc.asyncProperty(history, fc.array(override, { minLength: 1, maxLength: 3 }), async (story, wishes) => {
        const connection = await addTestConnection(pool)
        for (const batch of story.first)
          await commitBatch(
            pool,
            batch.map((arrival) => itemOf(connection, arrival)),
          )
        const scope = { adapter: 'landed', connectionId: connection }
        const original = await stateOf(connection)
        const rows = wishes.map((wish) => rowOf(connection, wish))
        for (const row of rows) {
          const before = await stateOf(connection)
          const preview = await previewChange(scope, { override: row })
          await store(row)
          expect(await work()).toBe(1)
          const after = await stateOf(connection)
          const foretold = preview.changes.map(({ from, to, messages }) => [`${said(from)} → ${said(to)}`, messages])
          expect(Object.fromEntries(foretold)).toEqual(moves(before, after))
          expect(await lastJob()).toMatchObject({
            state: 'done',
            changed: preview.messages,
            receipts: preview.receipts,
            checked: expect.any(Number),
          })
          told += preview.messages
        }
        for (const row of rows) await store({ ...row, status: null, failureClass: null })
        await work()
        expect(await stateOf(connection)).toEqual(original)
      }),
      { numRuns: 150 },
    )
    expect(told).toBeGreaterThan(50)
    expect(await recount(pool)).toEqual([])
  }, 300_000)

  it('keeps the counters at every commit, whatever arrives meanwhile from processes that know and that do not', async () => {
    await fc.assert(
      fc.asyncProperty(history, history, override, fc.boolean(), async (story, later, wish, allKnow) => {
        const connection = await addTestConnection(pool)
        for (const batch of story.first)
          await commitBatch(
            pool,
            batch.map((arrival) => itemOf(connection, arrival)),
          )
        const row = rowOf(connection, wish)
        await store(row)
        const knows = compileOverrides([row], 'landed', connection)
        const left = [...later.first]
        await work(async (isSweep) => {
          // Until the second look a process that has not heard may leave a repeated statement by its old judgement.
          if (allKnow) expect(await recount(pool)).toEqual([])
          const batch = left.shift()
          if (!batch) return
          await commitBatch(
            pool,
            batch.map((arrival, index) =>
              arrivalOf(connection, arrival, allKnow || isSweep || index % 2 ? knows : null),
            ),
          )
        })
        // From the second look on everybody has heard of it.
        for (const batch of left)
          await commitBatch(
            pool,
            batch.map((each) => arrivalOf(connection, each, knows)),
          )
        const happened = await stateOf(connection)

        const direct = await addTestConnection(pool)
        for (const batch of [...story.second, ...later.second])
          await commitBatch(
            pool,
            batch.map((each) => arrivalOf(direct, each, knows)),
          )
        const wanted = await stateOf(direct)
        const content = ({ messages }: State) => messages.map(({ id: _id, ...rest }) => JSON.stringify(rest)).sort()
        expect(content(happened)).toEqual(content(wanted))
      }),
      { numRuns: 60 },
    )
    expect(await recount(pool)).toEqual([])
  }, 300_000)

  it('goes on where it stood after kill -9, and counts nothing twice', async () => {
    const connection = await addTestConnection(pool)
    await commitMany(connection, 4_000)
    const row = rowOf(connection, {
      kindAndCode: ['error', '30005'],
      judgement: { status: 'rejected', failureClass: null },
    })
    const preview = await previewChange({ adapter: 'landed', connectionId: connection }, { override: row })
    expect(preview).toMatchObject({ exact: true, messages: 2_000, receipts: 2_000, sample: null })
    expect(preview.changes).toEqual([
      {
        from: { status: 'undelivered', failureClass: 'invalid_number' },
        to: { status: 'rejected', failureClass: 'invalid_number' },
        messages: 2_000,
      },
    ])
    expect(preview.examples).toHaveLength(20)
    await store(row)

    const child = spawn(process.execPath, ['--import', 'tsx', 'test/database/rejudgeChild.ts'], {
      cwd: projectRoot(),
      env: { ...process.env, LANDED_LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await killAfterLines(child, 2)
    const { rows } = await pool.query(
      `SELECT count(*) FILTER (WHERE status = 'rejected')::int AS done FROM message WHERE connection_id = $1`,
      [connection],
    )
    expect(rows[0].done).toBeGreaterThan(0)
    expect(rows[0].done).toBeLessThan(2_000)
    expect(await recount(pool)).toEqual([])

    // The lock goes with the session of the killed process.
    await expect.poll(() => work(), { timeout: 20_000 }).toBe(1)
    expect(await lastJob()).toMatchObject({ state: 'done', changed: 2_000, receipts: 2_000 })
    const { messages } = await stateOf(connection)
    expect(messages.filter(({ status }) => status === 'rejected')).toHaveLength(2_000)
    expect(await recount(pool)).toEqual([])
  }, 120_000)

  it('stops between two transactions, leaves everything counted, and finishes when it is continued', async () => {
    const connection = await addTestConnection(pool)
    await commitMany(connection, 3_000)
    await store(
      rowOf(connection, {
        kindAndCode: ['status', 'B'],
        judgement: { status: 'undelivered', failureClass: 'expired' },
      }),
    )
    await work(async () => {
      await pool.query(
        `UPDATE rejudge_job SET state = 'stopped', finished_at = now() WHERE state = 'running' AND messages_changed > 0`,
      )
    })
    const stopped = await lastJob()
    expect(stopped).toMatchObject({ state: 'stopped' })
    expect(stopped.changed).toBeGreaterThan(0)
    expect(stopped.changed).toBeLessThan(1_500)
    expect(await recount(pool)).toEqual([])
    await pool.query(`UPDATE rejudge_job SET state = 'waiting', finished_at = NULL WHERE state = 'stopped'`)
    expect(await work()).toBe(1)
    expect(await lastJob()).toMatchObject({ state: 'done', changed: 1_500 })
    expect(await recount(pool)).toEqual([])
  }, 120_000)

  it('is one runner per database', async () => {
    const connection = await addTestConnection(pool)
    await commitMany(connection, 100)
    await store(rowOf(connection, { kindAndCode: ['status', 'B'], judgement: { status: 'read', failureClass: null } }))
    const other = createIngestPool(database.url, 1)
    let second: number | undefined
    try {
      await work(async () => {
        second ??= await runJobs(other, { settleMs: 0, signal: new AbortController().signal })
      })
    } finally {
      await other.end()
    }
    expect(second).toBe(0)
    expect(await lastJob()).toMatchObject({ state: 'done' })
  })

  it('leaves its second look to a later job that covers it, and not to one that does not', async () => {
    const [one, other] = [await addTestConnection(pool), await addTestConnection(pool)]
    for (const connection of [one, other]) await commitMany(connection, 10)
    const wish = { kindAndCode: ['status', 'B'], judgement: { status: 'failed', failureClass: null } } satisfies Wish
    for (const connection of [one, other, one]) await store(rowOf(connection, wish))
    const sweeps: number[] = []
    await runJobs(jobs, {
      settleMs: 300,
      signal: new AbortController().signal,
      async onCommit(isSweep) {
        const { rows } = await pool.query(`SELECT id FROM rejudge_job WHERE state = 'running'`)
        if (isSweep && sweeps.at(-1) !== rows[0].id) sweeps.push(rows[0].id)
      },
    })
    const { rows } = await pool.query(`SELECT id, state FROM rejudge_job ORDER BY id DESC LIMIT 3`)
    expect(rows.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    const [third, second] = rows.map(({ id }) => id)
    expect(sweeps).toEqual([second, third])
    expect(await recount(pool)).toEqual([])
  })

  it('says that it looked at a sample when there is too much to look at', async () => {
    const connection = await addTestConnection(pool)
    await commitMany(connection, 2_000)
    const row = rowOf(connection, {
      kindAndCode: ['status', 'B'],
      judgement: { status: 'rejected', failureClass: null },
    })
    const scope = { adapter: 'landed', connectionId: connection }
    const exact = await previewChange(scope, { override: row })
    const sampled = await previewChange(scope, { override: row }, 100)
    expect(exact).toMatchObject({ exact: true, messages: 1_000 })
    expect(sampled.exact).toBe(false)
    // So few ids are covered by one range: the sample is everything.
    expect(sampled.sample?.ids).toBe(sampled.sample?.ofIds)
    expect(sampled.changes).toEqual(exact.changes)
  })
})

function arrivalOf(connection: number, arrival: ArrivingReceipt, overrides: ReturnType<typeof compileOverrides>) {
  const item = itemOf(connection, arrival)
  const knowledge = { reader: landed, overrides }
  const { receipts } = prepareReceipts({ receipts: [arrival.receipt], unreadable: [] }, arrival.receivedAt, knowledge)
  return { ...item, receipts, isRejudging: overrides !== null }
}

/** Texts to as many numbers, every second of which failed. */
async function commitMany(connection: number, count: number): Promise<void> {
  const at = Date.UTC(2026, 5, 1)
  const items = Array.from({ length: count }, (_, index) =>
    itemOf(connection, {
      receivedAt: at + 60_000 + index,
      receipt: {
        providerMessageId: `many-${index}`,
        status: index % 2 ? 'undelivered' : 'delivered',
        rawStatus: index % 2 ? 'B' : 'A',
        failureClass: index % 2 ? 'invalid_number' : null,
        errorCode: index % 2 ? '30005' : null,
        recipient: '+447700900123',
        sender: null,
        occurredAt: at + index * 1000,
      },
    }),
  )
  for (let start = 0; start < count; start += 500) await commitBatch(pool, items.slice(start, start + 500))
}

async function killAfterLines(child: ChildProcess, lines: number): Promise<void> {
  const exited = once(child, 'exit')
  let seen = 0
  if (!child.stdout) throw new Error('The child has no output.')
  for await (const _line of createInterface({ input: child.stdout })) {
    seen += 1
    if (seen === lines) child.kill('SIGKILL')
  }
  await exited
  expect(child.signalCode).toBe('SIGKILL')
}
