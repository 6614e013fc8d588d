import { z } from 'zod'
import type { Filter } from '@/lib/contracts/filter'
import type { Series, StateCounts } from '@/lib/contracts/metrics'
import { sql } from '@/lib/db/sql'
import { readEnv } from '@/lib/env'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { chooseGrain, type Grain } from '@/lib/metrics/chooseGrain'
import { type TimeBucket, timeBuckets } from '@/lib/metrics/timeBuckets'
import { STATES } from '@/lib/status/state'
import { STATUSES } from '@/lib/status/status'
import { countersOf } from './countersOf'
import { type CoverPart, coverRange } from './coverRange'
import { SqlParameters } from './SqlParameters'
import { NOTHING, statusCounts, SUMS, toStates } from './statusCounts'

/** Far more points than a chart can show; keeps a mistaken request for years of quarters from being served. */
const MOST_POINTS = 3000

const row = statusCounts.extend({ bucket: z.date() })
type Row = z.output<typeof row>

/**
 * Messages by state over time: points without gaps over the whole range, the first and last cut to it. Without a grain
 * the finest that gives about a hundred points at most. Throws HttpProblem 400 for a range of too many points.
 */
export async function series(filter: Filter, grain: Grain = chooseGrain(filter)): Promise<Series> {
  const asOf = new Date()
  const { timeZone } = readEnv()
  const buckets = bucketsOf(filter, grain, timeZone)
  const parts = joinParts(buckets.flatMap((bucket) => coverRange({ from: bucket.at, to: bucket.until }, timeZone)))
  const parameters = new SqlParameters()
  const counters = countersOf('rollup', ['bucket'], STATUSES, parts, filter, parameters)
  const rows = await sql(
    row,
    `SELECT r.bucket, ${SUMS} FROM (${counters}) r GROUP BY r.bucket ORDER BY r.bucket`,
    parameters.values,
  )
  return { asOf: asOf.toISOString(), grain, points: points(buckets, rows) }
}

function bucketsOf(filter: Filter, grain: Grain, timeZone: string): TimeBucket[] {
  const shortest = { quarter: 1, hour: 2, day: 92 }[grain] * 15 * 60_000
  if ((filter.to.getTime() - filter.from.getTime()) / shortest > MOST_POINTS)
    throw new HttpProblem(
      400,
      'Too many points',
      `A chart of this range by the ${grain} has more than ${MOST_POINTS} points.`,
      [{ field: 'grain', message: 'choose a coarser grain, or a shorter range' }],
    )
  return timeBuckets(filter, grain, timeZone)
}

/** Neighbours of one grain become one part, so that the statement stays small however many points there are. */
function joinParts(parts: CoverPart[]): CoverPart[] {
  const joined: CoverPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.grain === part.grain && last.sign === part.sign && last.to.getTime() === part.from.getTime())
      last.to = part.to
    else joined.push({ ...part })
  }
  return joined
}

/**
 * Both lists are in order, so one walk finds the counters of each point. The last takes all that is left: what is taken
 * away from its day lies behind its end.
 */
function points(buckets: TimeBucket[], rows: Row[]): Series['points'] {
  let next = 0
  return buckets.map(({ at, until }, index) => {
    const isOwn = (each: Row) => each.bucket < until || index === buckets.length - 1
    const counts = toStates(NOTHING)
    for (; next < rows.length && isOwn(rows[next] as Row); next++) addTo(counts, toStates(rows[next] as Row))
    return { ...counts, at: at.toISOString(), until: until.toISOString() }
  })
}

function addTo(sum: StateCounts, counts: StateCounts): void {
  for (const state of STATES) sum[state] += counts[state]
}
