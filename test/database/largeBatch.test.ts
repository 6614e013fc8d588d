import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createIngestPool } from '@/lib/db/pool'
import { commitBatch } from '@/lib/ingest/commitBatch'
import type { Receipt } from '@/lib/providers/types'
import { recount } from '@/lib/rollups/recount'
import type { Status } from '@/lib/status/status'
import { addTestConnection } from './addTestConnection'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { itemOf } from './historyArbitrary'

const AT = Date.UTC(2026, 2, 3, 9, 30)

let database: FreshDatabase
let pool: Pool

beforeAll(async () => {
  database = await freshDatabase()
  pool = createIngestPool(database.url, 2)
  await pool.query(`INSERT INTO setting (key, value) VALUES ('time_zone', 'Europe/London')`)
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

function receipts(status: Status, from: number, to: number): Receipt[] {
  return Array.from({ length: to - from }, (_, index) => ({
    providerMessageId: `m${from + index}`,
    status,
    rawStatus: status,
    failureClass: null,
    errorCode: null,
    recipient: '+447700900123',
    sender: null,
    occurredAt: null,
  }))
}

it('joins a batch of hundreds of old and new messages as one of few', async () => {
  const connection = await addTestConnection(pool)
  const commit = (...said: Receipt[]) =>
    commitBatch(
      pool,
      said.map((receipt) => itemOf(connection, { receipt, receivedAt: AT })),
    )
  expect(await commit(...receipts('sent', 0, 300))).toMatchObject({ receipts: 300, duplicates: 0 })
  const mixed = [...receipts('delivered', 0, 200), ...receipts('sent', 150, 400)]
  expect(await commit(...mixed)).toMatchObject({ receipts: 300, duplicates: 150 })
  const { rows } = await pool.query('SELECT status, count(*)::int AS n FROM message GROUP BY 1 ORDER BY 1')
  expect(rows).toEqual([
    { status: 'sent', n: 200 },
    { status: 'delivered', n: 200 },
  ])
  expect(await recount(pool)).toEqual([])
})
