import type { Pool } from 'pg'
import { bucketsIn, GRAIN_LETTERS } from '@/lib/rollups/buckets'
import { isFailure } from '@/lib/status/compareReceipts'
import type { FailureClass } from '@/lib/status/failureClass'
import { type Status, STATUSES } from '@/lib/status/status'

export interface StoredMessage {
  connectionId: number
  key: string
  status: Status
  failureClass: FailureClass | null
  cohortAt: Date
  country: string
  carrier: string
  recipient?: string | null
  clientReference?: string | null
}

/**
 * Writes messages with plain SQL, and what the ingest keeps beside them: the list of those that did not land, and the
 * counters of all grains for days of `timeZone`. For tests of reads that shall not depend on the ingest.
 */
export async function storeMessages(pool: Pool, rows: readonly StoredMessage[], timeZone: string): Promise<void> {
  await pool.query(
    `INSERT INTO message (connection_id, message_key, status, raw_status, failure_class, cohort_at, first_received_at,
       last_received_at, country, carrier, recipient, client_reference)
     SELECT connection_id, key, status, status::text, failure_class, cohort_at, cohort_at, cohort_at, country, carrier,
            recipient, client_reference
       FROM unnest($1::int[], $2::text[], $3::message_status[], $4::failure_class[], $5::timestamptz[], $6::text[],
                   $7::text[], $8::text[], $9::text[])
         AS u (connection_id, key, status, failure_class, cohort_at, country, carrier, recipient, client_reference)`,
    [
      rows.map((row) => row.connectionId),
      rows.map((row) => row.key),
      rows.map((row) => row.status),
      rows.map((row) => row.failureClass),
      rows.map((row) => row.cohortAt),
      rows.map((row) => row.country),
      rows.map((row) => row.carrier),
      rows.map((row) => row.recipient ?? null),
      rows.map((row) => row.clientReference ?? null),
    ],
  )
  await pool.query(
    `INSERT INTO unlanded SELECT id, cohort_at, status, failure_class FROM message
      WHERE status IN ('expired', 'rejected', 'failed', 'undelivered', 'unknown')`,
  )
  await storeCounters(pool, rows, timeZone)
}

async function storeCounters(pool: Pool, rows: readonly StoredMessage[], timeZone: string): Promise<void> {
  const bucketsOf = bucketsIn(timeZone)
  const counted = rows.flatMap((row) =>
    GRAIN_LETTERS.map((grain) => ({ row, grain, bucket: place(bucketsOf, row)[grain] })),
  )
  const columns = (list: typeof counted) => [
    list.map((each) => each.grain),
    list.map((each) => new Date(each.bucket)),
    list.map((each) => each.row.connectionId),
    list.map((each) => each.row.country),
    list.map((each) => each.row.carrier),
  ]
  const source = `unnest($1::text[], $2::timestamptz[], $3::int[], $4::text[], $5::text[], $6::text[])
    AS u (grain, bucket, connection_id, country, carrier, what)`
  const sums = STATUSES.map((status) => `count(*) FILTER (WHERE what = '${status}')`).join(', ')
  await pool.query(
    `INSERT INTO rollup SELECT grain, bucket, connection_id, country, carrier, '', '', ${sums} FROM ${source}
      GROUP BY grain, bucket, connection_id, country, carrier`,
    [...columns(counted), counted.map((each) => each.row.status)],
  )
  const failed = counted.filter((each) => isFailure(each.row.status) && each.row.failureClass)
  await pool.query(
    `INSERT INTO rollup_failure SELECT grain, bucket, connection_id, country, carrier, '', '', what::failure_class, count(*)
       FROM ${source} GROUP BY grain, bucket, connection_id, country, carrier, what`,
    [...columns(failed), failed.map((each) => each.row.failureClass)],
  )
}

function place(bucketsOf: ReturnType<typeof bucketsIn>, row: StoredMessage) {
  return bucketsOf(row.cohortAt.getTime())
}
