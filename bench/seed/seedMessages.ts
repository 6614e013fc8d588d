import type { Pool } from 'pg'
import { transaction } from '@/lib/db/transaction'
import { BUCKET_SQL } from '@/lib/rollups/recounting/grains'
import { regroupDays } from '@/lib/rollups/regroupDays'
import { STATUSES } from '@/lib/status/status'

const CHUNK = 500_000
const DAYS = 30
const ZONE = 'Europe/London'

/*
 * Messages as a business of this size has them: random provider ids, three connections (one of them names carriers),
 * three countries, 30 days with a curve over the day, 4 % failed, 1 % unconfirmed. Two receipts each.
 */
const MESSAGES = `
INSERT INTO message (id, connection_id, message_key, recipient, sender, status, raw_status, failure_class, error_code,
  cohort_at, first_received_at, last_received_at, country, carrier, purpose)
SELECT n, c, 'SM' || md5(n || $3), CASE n % 3 WHEN 0 THEN '+4477009' WHEN 1 THEN '+1202555' ELSE '+4915550' END || lpad((n % 100000)::text, 5, '0'),
  'ACME', s::message_status, s, CASE WHEN s = 'undelivered' THEN (ARRAY['invalid_number','unreachable_handset','carrier_blocked','landline_or_incapable'])[1 + n % 4]::failure_class
    WHEN s = 'unknown' THEN 'unknown'::failure_class END,
  CASE s WHEN 'undelivered' THEN '30003' END, t, t, t + interval '4 s', (ARRAY['GB','US','DE'])[1 + n % 3],
  CASE WHEN c = $4::int THEN (ARRAY['23410','23415','23420','23430','310260','310410','26201','26202','26203',''])[1 + n % 10] ELSE '' END,
  (ARRAY['reminder','code','promotion',''])[1 + (n / 7) % 4]
FROM (SELECT n, (ARRAY[$4::int, $5::int, $6::int])[1 + (n / 3) % 3] AS c,
        CASE WHEN n % 25 = 0 THEN 'undelivered' WHEN n % 101 = 0 THEN 'unknown' WHEN n % 211 = 0 THEN 'sent' ELSE 'delivered' END AS s,
        date_trunc('milliseconds', now() - $7 * interval '1 day' * (1 - n::float8 / $8)) AS t
      FROM generate_series($1::bigint, $2::bigint) n) g`

const RECEIPTS = `
INSERT INTO receipt (message_id, fingerprint, connection_id, callback_id, status, raw_status, failure_class, error_code, received_at)
SELECT m.id, x.f, m.connection_id, gen_random_uuid(), CASE x.f WHEN 1 THEN 'sent'::message_status ELSE m.status END,
  CASE x.f WHEN 1 THEN 'sent' ELSE m.raw_status END, CASE x.f WHEN 1 THEN NULL ELSE m.failure_class END,
  CASE x.f WHEN 1 THEN NULL ELSE m.error_code END, m.cohort_at + (x.f - 1) * interval '4 s'
FROM message m CROSS JOIN (VALUES (1::bigint), (2::bigint)) x (f) WHERE m.id BETWEEN $1 AND $2`

const DROPPED = ['message_recipient', 'message_cohort']

/**
 * Fills an empty, migrated database with `count` messages and their counters, past the ingest (that would take an hour
 * for ten million); `recount` agrees afterwards. Indexes are the product's own, built after the rows.
 */
export async function seedMessages(
  pool: Pool,
  count: number,
  connections: readonly [number, number, number],
): Promise<void> {
  const indexes = await pool.query<{ definition: string }>(
    `SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND indexname = ANY ($1)`,
    [DROPPED],
  )
  await pool.query(`DROP INDEX ${DROPPED.join(', ')}`)
  for (let from = 1; from <= count; from += CHUNK) {
    const to = Math.min(count, from + CHUNK - 1)
    await pool.query(MESSAGES, [from, to, 'landed', ...connections, DAYS, count])
    await pool.query(RECEIPTS, [from, to])
  }
  for (const { definition } of indexes.rows) await pool.query(definition)
  await pool.query(`SELECT setval(pg_get_serial_sequence('message', 'id'), $1)`, [count])
  await seedCounters(pool)
  await pool.query('VACUUM (ANALYZE) message, receipt, rollup, rollup_failure, unlanded')
  await pool.query('CHECKPOINT')
}

async function seedCounters(pool: Pool): Promise<void> {
  const place = 'connection_id, country, carrier, purpose, location'
  const columns = STATUSES.map((status) => `"${status}"`).join(', ')
  const counts = STATUSES.map((status) => `count(*) FILTER (WHERE status = '${status}')`).join(', ')
  await pool.query(
    `INSERT INTO unlanded SELECT id, cohort_at, status, failure_class FROM message
      WHERE status IN ('expired', 'rejected', 'failed', 'undelivered', 'unknown')`,
  )
  for (const grain of ['q', 'h'] as const) {
    await pool.query(
      `INSERT INTO rollup (grain, bucket, ${place}, ${columns})
       SELECT '${grain}', ${BUCKET_SQL[grain]}, ${place}, ${counts} FROM message
        GROUP BY 2, ${place}`,
    )
    await pool.query(
      `INSERT INTO rollup_failure (grain, bucket, ${place}, failure_class, messages)
       SELECT '${grain}', ${BUCKET_SQL[grain]}, ${place}, failure_class, count(*) FROM message
        WHERE status IN ('expired', 'rejected', 'failed', 'undelivered')
        GROUP BY 2, ${place}, failure_class`,
    )
  }
  await transaction((client) => regroupDays(client, ZONE), pool)
}
