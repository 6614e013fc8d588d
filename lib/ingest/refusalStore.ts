import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import { bigintColumn, instantColumn, intColumn, textColumn, uuidColumn, wordColumn } from '@/lib/db/arrayColumn'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { announceChange } from '@/lib/live/announceChange'
import type { ChangePayload } from '@/lib/live/channel'
import { metrics } from '@/lib/observe/metrics'
import { lockMessages } from './lockMessages'
import type { KeptRefusal, RefusalCount, RefusalStore } from './Refusals'

const usedRow = z.object({ key: z.string(), kept: z.coerce.number(), bytes: z.coerce.number() })

/** Refused requests in PostgreSQL. */
export function refusalStore(pool: Pool): RefusalStore {
  return {
    async used(day) {
      const rows = await sql(
        usedRow,
        `SELECT connection_id || ' ' || code AS key, kept, kept_bytes AS bytes FROM refusal WHERE day = $1`,
        [day],
        pool,
      )
      return {
        entries: rows.reduce((sum, row) => sum + row.kept, 0),
        bytes: rows.reduce((sum, row) => sum + row.bytes, 0),
        byCode: new Map(rows.map((row) => [row.key, row.kept])),
      }
    },
    async write(kept, counts) {
      await transaction((client) => writeRefusals(client, kept, counts), pool)
      if (kept.length > 0) announceChange(payloadOf(kept))
      for (const { quarantine } of kept) metrics.quarantine.inc({ code: quarantine.code })
    },
  }
}

async function writeRefusals(client: PoolClient, kept: readonly KeptRefusal[], counts: readonly RefusalCount[]) {
  await writeCounts(client, counts)
  if (kept.length === 0) return
  await lockMessages(
    client,
    kept.map(({ callback }) => callback),
    [],
  )
  await writeQuarantine(client, kept)
}

async function writeCounts(client: PoolClient, counts: readonly RefusalCount[]): Promise<void> {
  const sorted = [...counts].sort((a, b) => a.connectionId - b.connectionId || (a.code < b.code ? -1 : 1))
  await client.query(
    `INSERT INTO refusal AS r (day, connection_id, code, count, kept, kept_bytes)
     SELECT * FROM unnest($1::date[], $2::int[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[])
     ON CONFLICT (day, connection_id, code) DO UPDATE SET count = r.count + excluded.count,
       kept = r.kept + excluded.kept, kept_bytes = r.kept_bytes + excluded.kept_bytes`,
    [
      wordColumn(sorted, (row) => row.day),
      intColumn(sorted, (row) => row.connectionId),
      textColumn(sorted, (row) => row.code),
      bigintColumn(sorted, (row) => row.count),
      bigintColumn(sorted, (row) => row.kept),
      bigintColumn(sorted, (row) => row.keptBytes),
    ],
  )
}

async function writeQuarantine(client: PoolClient, kept: readonly KeptRefusal[]): Promise<void> {
  await client.query(
    `INSERT INTO quarantine (callback_id, callback_received_at, connection_id, code, reason, item, authentic)
     SELECT u.*, 0, false FROM unnest($1::uuid[], $2::timestamptz[], $3::int[], $4::text[], $5::text[]) AS u`,
    [
      uuidColumn(kept, ({ callback }) => callback.id),
      instantColumn(kept, ({ callback }) => callback.receivedAt),
      intColumn(kept, ({ callback }) => callback.connectionId),
      textColumn(kept, ({ quarantine }) => quarantine.code),
      textColumn(kept, ({ quarantine }) => quarantine.reason),
    ],
  )
}

function payloadOf(kept: readonly KeptRefusal[]): ChangePayload {
  const oldest = kept.reduce((min, { callback }) => Math.min(min, callback.receivedAt), Infinity)
  return {
    committedAt: new Date(oldest).toISOString(),
    receipts: 0,
    quarantined: kept.length,
    newest: [],
  }
}
