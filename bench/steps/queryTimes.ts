import { filterQuery } from '@/lib/contracts/filter'
import { series } from '@/lib/queries/series'
import { summary } from '@/lib/queries/summary'

const RUNS = 40
const QUARTER_MS = 15 * 60_000
const DAY_MS = 24 * 60 * 60_000

export interface QueryTime {
  name: string
  /** Median and 95th percentile, ms, with the parsing of the rows. */
  p50: number
  p95: number
}

/** The overview's two queries over a day and over 30 days, on the database of DATABASE_URL. */
export async function queryTimes(): Promise<QueryTime[]> {
  const to = Math.ceil(Date.now() / QUARTER_MS) * QUARTER_MS
  const times: QueryTime[] = []
  for (const days of [1, 30]) {
    const filter = filterQuery.parse({
      from: new Date(to - days * DAY_MS).toISOString(),
      to: new Date(to).toISOString(),
    })
    times.push(await time(`summary, ${days} d`, () => summary(filter)))
    times.push(await time(`series, ${days} d`, () => series(filter)))
  }
  return times
}

async function time(name: string, run: () => Promise<unknown>): Promise<QueryTime> {
  for (let i = 0; i < 5; i++) await run()
  const took: number[] = []
  for (let i = 0; i < RUNS; i++) {
    const started = performance.now()
    await run()
    took.push(performance.now() - started)
  }
  took.sort((a, b) => a - b)
  return { name, p50: took[Math.floor(RUNS / 2)] ?? 0, p95: took[Math.floor(RUNS * 0.95)] ?? 0 }
}
