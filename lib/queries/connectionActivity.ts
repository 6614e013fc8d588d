import { z } from 'zod'
import {
  type ActivityPoint,
  type ActivityRange,
  type ActivitySeries,
  type ActivityTotals,
} from '@/lib/contracts/activity'
import { sql } from '@/lib/db/sql'
import { notFound } from '@/lib/http/notFound'
import { readDelays } from '@/lib/observe/delayClasses'
import { delayCounts, delayPairs } from './delayCounts'

const MINUTE_MS = 60_000
/** Minutes of one point, and how many points there are. */
const STEPS: Record<ActivityRange, { minutes: number; points: number }> = {
  hour: { minutes: 1, points: 60 },
  day: { minutes: 15, points: 96 },
  week: { minutes: 60, points: 168 },
}

const row = z.object({
  step: z.number(),
  callbacks: z.coerce.number(),
  receipts: z.coerce.number(),
  duplicates: z.coerce.number(),
  refused: z.coerce.number(),
  quarantined: z.coerce.number(),
  delays: delayPairs,
})
type Row = z.output<typeof row>

const SERIES = `
  WITH m AS MATERIALIZED (
    SELECT floor(extract(epoch FROM minute - $2) / $3)::int AS step, callbacks, receipts, duplicates, refused, quarantined,
           delays
      FROM connection_minute WHERE connection_id = $1 AND minute >= $2)
  SELECT s.*, d.delays
    FROM (SELECT step, sum(callbacks) AS callbacks, sum(receipts) AS receipts, sum(duplicates) AS duplicates,
                 sum(refused) AS refused, sum(quarantined) AS quarantined FROM m GROUP BY step) s
    LEFT JOIN (SELECT step, json_agg(json_build_array(class, n)) AS delays
                 FROM (SELECT step, (ord - 1)::int AS class, sum(n)::int AS n
                         FROM m, unnest(delays) WITH ORDINALITY AS u (n, ord) WHERE n > 0 GROUP BY step, ord) classes
                GROUP BY step) d USING (step)`

/** The gauges of one connection over a range, point by point. Throws HttpProblem 404. `now` in ms UTC. */
export async function connectionActivity(publicId: string, range: ActivityRange, now: number): Promise<ActivitySeries> {
  const [known] = await sql(z.object({ id: z.number() }), 'SELECT id FROM connection WHERE public_id = $1', [publicId])
  if (!known) throw notFound('connection', publicId)
  const stepMs = STEPS[range].minutes * MINUTE_MS
  const from = (Math.floor(now / stepMs) - STEPS[range].points + 1) * stepMs
  const rows = await sql(row, SERIES, [known.id, new Date(from), stepMs / 1000])
  const byStep = new Map(rows.map((each) => [each.step, each]))
  const points = Array.from({ length: STEPS[range].points }, (_, step): ActivityPoint => {
    const at = from + step * stepMs
    const edges = { at: new Date(at).toISOString(), until: new Date(at + stepMs).toISOString() }
    return { ...edges, ...totalsOf(byStep.get(step) ? [byStep.get(step) as Row] : []) }
  })
  return { asOf: new Date(now).toISOString(), range, total: totalsOf(rows), points }
}

function totalsOf(rows: readonly Row[]): ActivityTotals {
  const sum = (pick: (each: Row) => number) => rows.reduce((total, each) => total + pick(each), 0)
  return {
    callbacks: sum((each) => each.callbacks),
    receipts: sum((each) => each.receipts),
    duplicates: sum((each) => each.duplicates),
    refused: sum((each) => each.refused),
    quarantined: sum((each) => each.quarantined),
    delays: readDelays(addClasses(rows.map((each) => delayCounts(each.delays)))),
  }
}

function addClasses(lists: readonly number[][]): number[] {
  const sum: number[] = []
  for (const list of lists) list.forEach((count, index) => (sum[index] = (sum[index] ?? 0) + count))
  return sum
}
