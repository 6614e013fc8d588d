import { z } from 'zod'
import { type ConnectionActivity, HOUR_MINUTES } from '@/lib/contracts/activity'
import { sql } from '@/lib/db/sql'
import { readDelays } from '@/lib/observe/delayClasses'
import { delayCounts, delayPairs } from './delayCounts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 3_600_000
/** A pause shorter than that is no silence. */
const SILENT_FROM_MS = 10 * MINUTE_MS

const hourRow = z.object({
  id: z.string(),
  callbacks: z.coerce.number(),
  receipts: z.coerce.number(),
  duplicates: z.coerce.number(),
  refused: z.coerce.number(),
  quarantined: z.coerce.number(),
  minutes: z.array(z.number()),
  perMinute: z.array(z.number()),
  delays: delayPairs,
})

/** One look at the minutes of all connections, each by its key. */
const HOUR = `
  SELECT c.public_id AS id, m.*, d.delays
    FROM connection c
    JOIN LATERAL (
      SELECT coalesce(sum(callbacks), 0) AS callbacks, coalesce(sum(receipts), 0) AS receipts,
             coalesce(sum(duplicates), 0) AS duplicates, coalesce(sum(refused), 0) AS refused,
             coalesce(sum(quarantined), 0) AS quarantined,
             coalesce(array_agg((extract(epoch FROM minute - $1) / 60)::int), '{}') AS minutes,
             coalesce(array_agg(callbacks), '{}') AS "perMinute"
        FROM connection_minute WHERE connection_id = c.id AND minute >= $1) m ON true
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_array(class, n)) AS delays
        FROM (SELECT (ord - 1)::int AS class, sum(n)::int AS n
                FROM connection_minute, unnest(delays) WITH ORDINALITY AS u (n, ord)
               WHERE connection_id = c.id AND minute >= $1 AND n > 0 GROUP BY ord) classes) d ON true
   ORDER BY c.id`

const waitingRow = z.object({ id: z.string(), waiting: z.coerce.number(), kept: z.coerce.number() })
/** A callback has one entry while it is kept for a pause, and may have several otherwise. */
const WAITING = `
  SELECT c.public_id AS id, q.kept, q.kept + q.others AS waiting
    FROM (SELECT connection_id, count(*) FILTER (WHERE code = 'paused') AS kept,
                 count(DISTINCT callback_id) FILTER (WHERE code <> 'paused') AS others
            FROM quarantine WHERE resolved_at IS NULL GROUP BY connection_id) q
    JOIN connection c ON c.id = q.connection_id`

const codesRow = z.object({ id: z.string(), codes: z.coerce.number() })
const NEW_CODES = `
  SELECT c.public_id AS id, count(*) AS codes FROM new_code n JOIN connection c ON c.id = n.connection_id
   WHERE n.dismissed_at IS NULL GROUP BY c.public_id`

const usualRow = z.object({ id: z.string(), days: z.coerce.number(), heard: z.coerce.number() })
/**
 * For those silent now, up to a day: the same stretch of the clock on each of the seven days before, as far back as the
 * connection is known to have called.
 */
const USUAL = `
  SELECT c.public_id AS id, count(*) AS days, count(*) FILTER (WHERE called.yes) AS heard
    FROM connection c
    JOIN LATERAL (SELECT max(minute) + interval '1 minute' AS last, min(minute) AS first
                    FROM connection_minute WHERE connection_id = c.id AND callbacks > 0) seen ON true
    JOIN generate_series(1, 7) AS day ON seen.first <= seen.last - day * interval '1 day'
    JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM connection_minute
                    WHERE connection_id = c.id AND callbacks > 0 AND minute >= seen.last - day * interval '1 day'
                      AND minute < $1::timestamptz - day * interval '1 day') AS yes) called ON true
   WHERE seen.last < $2 AND seen.last > $3 AND c.paused_at IS NULL
   GROUP BY c.public_id`

/** What every connection did in the last hour and what waits of it: four statements, however many there are. */
export async function connectionsActivity(now: number): Promise<ConnectionActivity[]> {
  const from = new Date((Math.floor(now / MINUTE_MS) - HOUR_MINUTES + 1) * MINUTE_MS)
  const [hours, waiting, codes, usual] = await Promise.all([
    sql(hourRow, HOUR, [from]),
    sql(waitingRow, WAITING),
    sql(codesRow, NEW_CODES),
    sql(usualRow, USUAL, [new Date(now), new Date(now - SILENT_FROM_MS), new Date(now - DAY_MS)]),
  ])
  const waitingOf = new Map(waiting.map((row) => [row.id, row]))
  const codesOf = new Map(codes.map((row) => [row.id, row.codes]))
  const usualOf = new Map(usual.map(({ id, days, heard }) => [id, { days, heard }]))
  return hours.map((row) => ({
    id: row.id,
    hour: totalsOf(row),
    perMinute: spread(row.minutes, row.perMinute),
    waiting: waitingOf.get(row.id)?.waiting ?? 0,
    kept: waitingOf.get(row.id)?.kept ?? 0,
    newCodes: codesOf.get(row.id) ?? 0,
    usual: usualOf.get(row.id) ?? null,
  }))
}

function totalsOf({ callbacks, receipts, duplicates, refused, quarantined, delays }: z.output<typeof hourRow>) {
  return { callbacks, receipts, duplicates, refused, quarantined, delays: readDelays(delayCounts(delays)) }
}

/** Sixty counts out of those that are stored: a minute without a row had none. */
function spread(minutes: readonly number[], counts: readonly number[]): number[] {
  const all = Array.from({ length: HOUR_MINUTES }, () => 0)
  minutes.forEach((minute, index) => {
    if (minute >= 0 && minute < HOUR_MINUTES) all[minute] = counts[index] ?? 0
  })
  return all
}
