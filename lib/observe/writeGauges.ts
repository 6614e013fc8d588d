import type { Pool } from 'pg'
import { instantColumn, intColumn, textColumn } from '@/lib/db/arrayColumn'
import type { MinuteGauge } from './ConnectionGauges'

/**
 * Adds gauges to those stored, in one statement: several processes count the same minute. Connections that are gone are
 * left out, so that nothing comes back after a removal. Rows must be sorted by key, as all who write here lock in order.
 */
export async function writeGauges(pool: Pool, minutes: readonly MinuteGauge[]): Promise<void> {
  await pool.query(
    `INSERT INTO connection_minute AS m
            (connection_id, minute, callbacks, receipts, duplicates, refused, quarantined, delays)
     SELECT u.id, u.minute, u.callbacks, u.receipts, u.duplicates, u.refused, u.quarantined, u.delays::int[]
       FROM unnest($1::int[], $2::timestamptz[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::text[])
              AS u (id, minute, callbacks, receipts, duplicates, refused, quarantined, delays)
       JOIN connection c ON c.id = u.id
      ORDER BY u.id, u.minute
     ON CONFLICT (connection_id, minute) DO UPDATE SET
       callbacks = m.callbacks + excluded.callbacks,
       receipts = m.receipts + excluded.receipts,
       duplicates = m.duplicates + excluded.duplicates,
       refused = m.refused + excluded.refused,
       quarantined = m.quarantined + excluded.quarantined,
       delays = ARRAY(SELECT coalesce(old, 0) + coalesce(new, 0)
                        FROM unnest(m.delays, excluded.delays) WITH ORDINALITY AS d (old, new, class) ORDER BY class)`,
    [
      intColumn(minutes, (row) => row.connectionId),
      instantColumn(minutes, (row) => row.minute * 60_000),
      intColumn(minutes, (row) => row.callbacks),
      intColumn(minutes, (row) => row.receipts),
      intColumn(minutes, (row) => row.duplicates),
      intColumn(minutes, (row) => row.refused),
      intColumn(minutes, (row) => row.quarantined),
      textColumn(minutes, (row) => delayText(row.delays)),
    ],
  )
}

/** Without the classes behind the last one in use: most receipts are quick. */
function delayText(delays: Uint32Array): string {
  return `{${delays.subarray(0, delays.findLastIndex((count) => count > 0) + 1).join(',')}}`
}
