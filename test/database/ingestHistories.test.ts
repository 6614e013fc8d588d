import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/env'
import { createIngestPool } from '@/lib/db/pool'
import { commitBatch } from '@/lib/ingest/commitBatch'
import { recount } from '@/lib/rollups/recount'
import { joinReceipts } from '@/lib/status/joinReceipts'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { distinct, history, itemOf, type ArrivingReceipt, type History } from './historyArbitrary'
import { addTestConnection } from './addTestConnection'

const HISTORIES = 1_000
const WRITERS = 4

let database: FreshDatabase
let pool: Pool

beforeAll(async () => {
  database = await freshDatabase()
  pool = createIngestPool(database.url, WRITERS)
  await pool.query(`INSERT INTO setting (key, value) VALUES ('time_zone', $1)`, [readEnv().timeZone])
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function apply(batches: readonly ArrivingReceipt[][], writers: number): Promise<number> {
  const connection = await addTestConnection(pool)
  const left = [...batches]
  const writer = async () => {
    for (let batch = left.shift(); batch; batch = left.shift())
      await commitWithRetry(batch.map((arrival) => itemOf(connection, arrival)))
  }
  await Promise.all(Array.from({ length: writers }, writer))
  return connection
}

/** As the batcher does: a conflict with another writer is tried again, everything else is a failure. */
async function commitWithRetry(items: ReturnType<typeof itemOf>[]): Promise<void> {
  for (;;) {
    try {
      await commitBatch(pool, items)
      return
    } catch (error) {
      if (!['40001', '40P01'].includes((error as { code?: string }).code ?? '')) throw error
    }
  }
}

const STATE = `
SELECT message_key, status, raw_status, failure_class, error_code, occurred_at, contradicted, cohort_at,
       first_occurred_at, first_received_at, last_received_at, recipient, sender, country, carrier, purpose, price, route, parts,
       (SELECT count(*)::int FROM receipt r WHERE r.message_id = m.id) AS receipts,
       (SELECT sum(duplicates)::int FROM receipt r WHERE r.message_id = m.id) AS duplicates
  FROM message m WHERE connection_id = $1 ORDER BY message_key`
const COUNTERS = `
SELECT grain, bucket, country, carrier, purpose, queued, sending, sent, unknown, expired, rejected, failed,
       undelivered, delivered, read FROM rollup
 WHERE connection_id = $1 AND queued + sending + sent + unknown + expired + rejected + failed + undelivered
       + delivered + read > 0 ORDER BY 1, 2, 3, 4, 5`

async function look(connection: number) {
  const messages = (await pool.query(STATE, [connection])).rows
  const counters = (await pool.query(COUNTERS, [connection])).rows
  return { messages, counters }
}

/** What the receipts say, worked out from the set alone. */
function expected({ arrivals }: History) {
  const keys = [...new Set(arrivals.map(({ receipt }) => receipt.providerMessageId ?? ''))].sort()
  return keys.map((key) => {
    const own = arrivals.filter(({ receipt }) => receipt.providerMessageId === key)
    const set = [...distinct(own).values()]
    const joined = joinReceipts(set)
    const occurred = set.flatMap(({ occurredAt }) => (occurredAt === null ? [] : [occurredAt]))
    const received = own.map(({ receivedAt }) => receivedAt)
    const firstOccurred = occurred.length > 0 ? Math.min(...occurred) : null
    return {
      message_key: key,
      status: joined?.status,
      raw_status: joined?.rawStatus,
      failure_class: joined?.failureClass,
      error_code: joined?.errorCode,
      occurred_at: joined?.occurredAt == null ? null : new Date(joined.occurredAt),
      contradicted: joined?.contradicted,
      parts: joined?.parts,
      cohort_at: new Date(firstOccurred ?? Math.min(...received)),
      first_received_at: new Date(Math.min(...received)),
      last_received_at: new Date(Math.max(...received)),
      receipts: set.length,
      duplicates: own.length - set.length,
    }
  })
}

describe('any order, duplication and batching of the same receipts', () => {
  it(`gives the same messages and counters (${HISTORIES} histories, one and ${WRITERS} writers)`, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (story) => {
        const alone = await look(await apply(story.first, 1))
        const together = await look(await apply(story.second, WRITERS))
        expect(together).toEqual(alone)
        expect(alone.messages).toMatchObject(expected(story))
      }),
      { numRuns: HISTORIES },
    )
    expect(await recount(pool)).toEqual([])
  }, 300_000)
})
