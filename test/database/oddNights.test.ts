import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createIngestPool, createPool } from '@/lib/db/pool'
import { forgetSingleton } from '@/lib/db/processSingleton'
import { commitBatch } from '@/lib/ingest/commitBatch'
import { exampleItem, exampleReceipt } from '@/lib/ingest/exampleItem.fixture'
import { uuidV7 } from '@/lib/ingest/uuidV7'
import { ensureTimeZone } from '@/lib/rollups/ensureTimeZone'
import { recount } from '@/lib/rollups/recount'
import { addTestConnection } from './addTestConnection'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

const STEP = 10 * 60_000
const HOUR = 60 * 60_000

let database: FreshDatabase
let pool: Pool
let ingest: Pool

beforeAll(async () => {
  database = await freshDatabase()
  pool = createPool(database.url, 2)
  ingest = createIngestPool(database.url, 1)
})

afterAll(async () => {
  await Promise.all([pool.end(), ingest.end()])
  await database.drop()
})

/** A message every ten minutes of the 72 hours from the day before to the day after `night`, every fourth failed. */
async function ingestAround(night: string): Promise<number> {
  const connectionId = await addTestConnection(pool)
  const start = Date.parse(`${night}T00:00Z`) - 24 * HOUR
  const receipts = Array.from({ length: (72 * HOUR) / STEP }, (_, index) =>
    exampleReceipt({
      messageKey: `${night} ${index}`,
      occurredAt: start + index * STEP,
      ...(index % 4 === 0 && { status: 'undelivered', failureClass: 'invalid_number' }),
    }),
  )
  const receivedAt = start + 72 * HOUR
  await commitBatch(ingest, [exampleItem(uuidV7(receivedAt), { connectionId, receivedAt, receipts })])
  return receipts.length
}

/** As at a start of Landed: the counters are made to agree with the zone, and the ingest counts in it. */
async function startIn(zone: string): Promise<void> {
  process.env['LANDED_TIME_ZONE'] = await ensureTimeZone(pool, zone, 'UTC')
  forgetSingleton('buckets')
}

async function dayCounters() {
  const rollup = `SELECT * FROM rollup WHERE grain = 'd' AND delivered + undelivered > 0 ORDER BY bucket, connection_id`
  const failures = `SELECT * FROM rollup_failure WHERE grain = 'd' AND messages > 0 ORDER BY bucket, connection_id`
  return [(await pool.query(rollup)).rows, (await pool.query(failures)).rows]
}

// One database for all: each zone is also counted over the nights of those before it.
describe.each<[string, string[]]>([
  // Midnight is jumped over in spring, and there twice in autumn.
  ['America/Havana', ['2026-03-08', '2026-11-01']],
  ['Atlantic/Azores', ['2026-03-29', '2026-10-25']],
  // In newer time zone data, which PostgreSQL and Node do not get on the same day, clocks no longer go back here.
  ['America/Vancouver', ['2026-11-01', '2026-11-02']],
  // Midnight is jumped over in September; in April the clock goes back at midnight, into the day that just ended.
  ['America/Santiago', ['2026-04-05', '2026-09-06']],
])('nights of a time change in %s', (zone, nights) => {
  it('are counted as a recount and a change of zone there and back count them', async () => {
    await startIn(zone)
    expect(await recount(pool)).toEqual([])
    for (const night of nights) expect(await ingestAround(night)).toBeGreaterThan(0)
    expect(await recount(pool)).toEqual([])

    const counted = await dayCounters()
    await startIn('Asia/Kathmandu')
    expect(await recount(pool)).toEqual([])
    expect(await dayCounters()).not.toEqual(counted)
    await startIn(zone)
    expect(await recount(pool)).toEqual([])
    expect(await dayCounters()).toEqual(counted)
  })
})
