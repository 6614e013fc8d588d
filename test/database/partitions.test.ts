import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getPool } from '@/lib/db/pool'
import { transaction } from '@/lib/db/transaction'
import { uuidV7 } from '@/lib/ingest/uuidV7'
import { dayOfPartition, dropOldPartitions, makePartitions, partitionName } from '@/lib/jobs/partitions'
import { upkeep } from '@/lib/jobs/upkeep'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

const DAY = 24 * 60 * 60_000
const NOW = Date.UTC(2026, 10, 24, 15, 30)

let database: FreshDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  // Upkeep applies what paused connections kept, by way of the process's own pool.
  pool = getPool()
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

beforeEach(async () => {
  for (const name of await partitions()) if (name !== 'callback_default') await pool.query(`DROP TABLE ${name}`)
  await pool.query('TRUNCATE callback, quarantine')
})

const make = (now: number) => transaction((client) => makePartitions(client, now), pool)
const drop = (now: number, days: number) => transaction((client) => dropOldPartitions(client, now, days), pool)

async function partitions(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'callback'::regclass ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** A callback of that moment, with an entry in quarantine. */
async function store(at: number): Promise<void> {
  const id = uuidV7(at)
  await pool.query(
    `INSERT INTO callback (id, received_at, adapter, method, target, headers, body, body_hash, outcome, receipt_count)
     VALUES ($1, $2, 'twilio', 'POST', '/', '{}', '', '', 'refused', 0)`,
    [id, new Date(at)],
  )
  await pool.query(
    `INSERT INTO quarantine (callback_id, callback_received_at, code, reason, authentic) VALUES ($1, $2, 'c', 'r', false)`,
    [id, new Date(at)],
  )
}

async function stored(): Promise<{ partition: string; at: number }[]> {
  const { rows } = await pool.query<{ partition: string; at: Date }>(
    'SELECT tableoid::regclass::text AS partition, received_at AS at FROM callback ORDER BY received_at',
  )
  return rows.map(({ partition, at }) => ({ partition, at: at.getTime() }))
}

async function quarantined(): Promise<number> {
  return (await pool.query('SELECT count(*)::int AS n FROM quarantine')).rows[0].n
}

describe('partitions of the raw callbacks', () => {
  it('are made ahead, from yesterday to a week from now, once', async () => {
    const made = await make(NOW)
    expect(made).toEqual(Array.from({ length: 9 }, (_, day) => partitionName(new Date(NOW + (day - 1) * DAY))))
    expect(made[0]).toBe('callback_20261123')
    expect(await make(NOW)).toEqual([])
    expect(await make(NOW + DAY)).toEqual(['callback_20261202'])
  })

  it('hold the callbacks of their own UTC day, from the first to the last millisecond', async () => {
    await make(NOW)
    const midnight = Date.UTC(2026, 10, 25)
    for (const at of [midnight - 1, midnight]) await store(at)
    expect(await stored()).toEqual([
      { partition: 'callback_20261124', at: midnight - 1 },
      { partition: 'callback_20261125', at: midnight },
    ])
  })

  it('are not needed: a callback of any other day lies in the default one', async () => {
    await make(NOW)
    await store(NOW - 30 * DAY)
    await store(NOW + 30 * DAY)
    expect((await stored()).map(({ partition }) => partition)).toEqual(['callback_default', 'callback_default'])
  })

  it('are dropped when their whole day is older than the retention, with what was quarantined', async () => {
    for (const day of [-5, -2]) await make(NOW + day * DAY)
    await make(NOW)
    const days = [-4, -3, -2, -1, 0]
    for (const day of days) await store(NOW + day * DAY)
    expect(await drop(NOW, 2)).toEqual([
      'callback_20261118',
      'callback_20261119',
      'callback_20261120',
      'callback_20261121',
    ])
    expect((await stored()).map(({ at }) => (at - NOW) / DAY)).toEqual([-2, -1, 0])
    expect(await quarantined()).toBe(3)
    expect(await drop(NOW, 2)).toEqual([])
    expect(await partitions()).toContain('callback_20261122')
  })

  it('lose old rows of the default partition by retention too, and only those', async () => {
    await store(NOW - 10 * DAY)
    await store(NOW - DAY)
    await drop(NOW, 3)
    expect((await stored()).map(({ at }) => at)).toEqual([NOW - DAY])
    expect(await quarantined()).toBe(1)
    expect(await partitions()).toEqual(['callback_default'])
  })

  it('can be made for a day of which the default partition holds callbacks already', async () => {
    await store(NOW)
    await make(NOW)
    await store(NOW + 1)
    expect((await stored()).map(({ at }) => at)).toEqual([NOW, NOW + 1])
  })

  it('are kept up by one process at a time; the others do not wait', async () => {
    await Promise.all([upkeep(pool, 90, NOW), upkeep(pool, 90, NOW), upkeep(pool, 90, NOW)])
    expect(await partitions()).toHaveLength(10)
  })

  it('are told from other tables by name', () => {
    expect(dayOfPartition('callback_20261124')).toBe(Date.UTC(2026, 10, 24))
    for (const name of ['callback_default', 'callback_2026112', 'xcallback_20261124', 'callback_20261124x'])
      expect(dayOfPartition(name)).toBeNull()
  })
})
