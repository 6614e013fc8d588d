import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getPool } from '@/lib/db/pool'
import { writeHistory } from '@/lib/demo/writeHistory'
import { getBatcher } from '@/lib/ingest/getBatcher'
import { ensureTimeZone } from '@/lib/rollups/ensureTimeZone'
import { recount } from '@/lib/rollups/recount'
import { plan, steadyStarts } from '@/lib/simulate/plan'
import { openSampleConnections } from '@/lib/simulate/simulatedConnections'
import { SIMULATED_PROVIDERS } from '@/lib/simulate/SimulatedProvider'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

const HOUR = 3_600_000
let database: FreshDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = 'ab'.repeat(32)
  pool = getPool()
  // Half an hour off UTC, and a night of a time change lies within the traffic below.
  process.env['LANDED_TIME_ZONE'] = await ensureTimeZone(pool, 'Australia/Adelaide', 'UTC')
  await fill()
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function fill(): Promise<void> {
  const connections = await openSampleConnections(SIMULATED_PROVIDERS)
  const startAt = Date.UTC(2026, 3, 4, 8)
  const calls = plan({
    seed: 5,
    providers: SIMULATED_PROVIDERS,
    starts: steadyStarts(600, 600 / (36 * 3600), 5),
    startAt,
    duplicates: 10,
    disorder: 20,
    failures: 30,
    delays: true,
  })
  await writeHistory(calls, startAt, connections, new AbortController().signal)
  await getBatcher().drain()
}

describe('recount', () => {
  it('finds nothing in what the ingest wrote', async () => {
    const { rows } = await pool.query('SELECT count(*)::int AS messages, min(cohort_at) AS first FROM message')
    expect(rows[0].messages).toBe(600)
    expect(rows[0].first.getTime()).toBeLessThan(Date.UTC(2026, 3, 4, 8) + HOUR)
    expect(await recount(pool)).toEqual([])
  })

  it('finds nothing in an empty database without a time zone', async () => {
    const empty = await freshDatabase()
    const { createPool } = await import('@/lib/db/pool')
    const own = createPool(empty.url, 1)
    try {
      expect(await recount(own)).toEqual([])
    } finally {
      await own.end()
      await empty.drop()
    }
  })

  const counters = [
    ...['q', 'h', 'd'].map((grain) => [
      `a counter of ${grain} that is too high`,
      `UPDATE rollup SET delivered = delivered + 1 WHERE ctid = (SELECT ctid FROM rollup WHERE grain = '${grain}' LIMIT 1)`,
      { table: 'rollup', column: 'delivered' },
    ]),
    ...['q', 'h', 'd'].map((grain) => [
      `a missing row of reasons of ${grain}`,
      `DELETE FROM rollup_failure WHERE ctid =
         (SELECT ctid FROM rollup_failure WHERE grain = '${grain}' AND messages > 0 LIMIT 1)`,
      { table: 'rollup_failure', column: 'messages', found: '0' },
    ]),
    [
      'a counter of a place where no message is',
      `INSERT INTO rollup (grain, bucket, connection_id, country, carrier, purpose, location, sent)
       VALUES ('h', '2026-01-01T00:00Z', 1, '', '', '', '', 2)`,
      { table: 'rollup', column: 'sent', expected: '0', found: '2' },
    ],
    [
      'a failed message that is not listed',
      `DELETE FROM unlanded WHERE message_id = (SELECT min(message_id) FROM unlanded)`,
      { table: 'unlanded', found: 'no row' },
    ],
    [
      'a listed message with another status',
      `UPDATE unlanded SET status = 'rejected' WHERE message_id =
         (SELECT min(message_id) FROM unlanded WHERE status = 'undelivered')`,
      { table: 'unlanded', column: 'row' },
    ],
    [
      'a message with another code than its receipts',
      `UPDATE message SET error_code = '99999' WHERE id = (SELECT min(id) FROM message)`,
      { table: 'message', column: 'error_code', found: '99999' },
    ],
    [
      'a contradiction that is not flagged',
      `UPDATE message SET contradicted = NOT contradicted WHERE id = (SELECT max(id) FROM message)`,
      { table: 'message', column: 'contradicted' },
    ],
    [
      'a receipt without its message',
      `INSERT INTO receipt (message_id, fingerprint, connection_id, callback_id, status, raw_status, received_at)
       VALUES (1000000, 1, 1, gen_random_uuid(), 'sent', 'sent', now())`,
      { table: 'receipt', key: { message_id: '1000000' } },
    ],
    [
      'a message without receipts',
      `DELETE FROM receipt WHERE message_id = (SELECT min(id) FROM message)`,
      { table: 'message', column: 'receipts', found: '0' },
    ],
  ] as [string, string, Record<string, unknown>][]

  it.each(counters)('finds %s, and it alone', async (_, damage, expected) => {
    const found = await recountAfter(damage)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject(expected)
  })

  it('finds a message whose time was moved, in the message and in the counters', async () => {
    const found = await recountAfter(
      `UPDATE message SET cohort_at = cohort_at + interval '3 days' WHERE id =
         (SELECT min(id) FROM message WHERE status = 'delivered')`,
    )
    expect(new Set(found.map(({ table, column }) => `${table}.${column}`))).toEqual(
      new Set(['rollup.delivered', 'message.cohort_at']),
    )
    // Out of one bucket and into another, in each of the three grains.
    expect(found.filter(({ table }) => table === 'rollup')).toHaveLength(6)
  })

  it('finds that the day counters were built in another time zone', async () => {
    const found = await recountAfter(`UPDATE setting SET value = 'Europe/London' WHERE key = 'time_zone'`)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ key }) => key.grain === 'd')).toBe(true)
  })

  it('finds that the time zone of the day counters is not known', async () => {
    expect(await recountAfter(`DELETE FROM setting`)).toMatchObject([{ table: 'setting', found: 'nothing' }])
  })

  it('re-joins only a part with a sample, and still recounts every counter', async () => {
    const damage = `UPDATE message SET raw_status = 'wrong'; UPDATE rollup SET "read" = "read" + 1 WHERE grain = 'q'`
    const found = await recountAfter(damage, { sample: 50 })
    const messages = found.filter(({ table }) => table === 'message').length
    expect(messages).toBeGreaterThan(0)
    expect(messages).toBeLessThanOrEqual(50)
    expect(found.length).toBeGreaterThan(messages)
  })
})

/** Damages the database for one recount, then undoes it: the recount must see committed rows. */
async function recountAfter(damage: string, options = {}) {
  const tables = ['rollup', 'rollup_failure', 'unlanded', 'message', 'receipt', 'setting']
  for (const table of tables) await pool.query(`CREATE TABLE keep_${table} AS TABLE ${table}`)
  try {
    await pool.query(damage)
    return await recount(pool, options)
  } finally {
    await pool.query(`TRUNCATE ${tables.join(', ')}`)
    for (const table of tables) {
      await pool.query(`INSERT INTO ${table} TABLE keep_${table}`)
      await pool.query(`DROP TABLE keep_${table}`)
    }
  }
}
