import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPool } from '@/lib/db/pool'
import { bucketsIn } from '@/lib/rollups/buckets'
import { ensureTimeZone } from '@/lib/rollups/ensureTimeZone'
import { recount } from '@/lib/rollups/recount'
import { createRandom } from '@/lib/simulate/random'
import { FAILURES, STATUSES } from '@/lib/status/status'
import { addTestConnection } from './addTestConnection'
import { freshDatabase, type FreshDatabase } from './freshDatabase'
import { storeMessages, type StoredMessage } from './storeMessages'

const HOUR = 60 * 60_000
/** Nights of a time change in each of the zones below lie within these. */
const SPANS = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-10-03', '2026-10-24', '2026-10-31']

let database: FreshDatabase
let pool: pg.Pool
let messages: StoredMessage[]

beforeAll(async () => {
  database = await freshDatabase()
  pool = createPool(database.url, 2)
  messages = traffic(await addTestConnection(pool))
  await storeMessages(pool, messages, 'Europe/London')
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

function traffic(connectionId: number): StoredMessage[] {
  const random = createRandom(11)
  return SPANS.flatMap((day) =>
    Array.from({ length: 150 }, (_, index): StoredMessage => {
      const status = random.pick(STATUSES)
      const isFailure = (FAILURES as readonly string[]).includes(status)
      return {
        connectionId,
        key: `${day} ${index}`,
        status,
        failureClass: isFailure ? random.pick(['expired', 'invalid_number'] as const) : null,
        cohortAt: new Date(Date.parse(`${day}T00:00Z`) + random.below(60 * HOUR)),
        country: random.pick(['', 'GB']),
        carrier: random.pick(['', '23410']),
      }
    }),
  )
}

/** Differences of the counters alone: these messages have no receipts. */
async function counterDifferences() {
  return (await recount(pool)).filter(({ table }) => table.startsWith('rollup') || table === 'setting')
}

async function days(): Promise<Record<string, number>> {
  const sum = STATUSES.map((status) => `"${status}"`).join(' + ')
  const { rows } = await pool.query<{ bucket: Date; messages: number }>(
    `SELECT bucket, sum(${sum})::int AS messages FROM rollup WHERE grain = 'd' GROUP BY 1 HAVING sum(${sum}) <> 0`,
  )
  return Object.fromEntries(rows.map(({ bucket, messages }) => [bucket.toISOString(), messages]))
}

/** Counted from the messages themselves. */
function expectedDays(zone: string): Record<string, number> {
  const bucketsOf = bucketsIn(zone)
  const counts: Record<string, number> = {}
  for (const { cohortAt } of messages) {
    const day = new Date(bucketsOf(cohortAt.getTime()).d).toISOString()
    counts[day] = (counts[day] ?? 0) + 1
  }
  return counts
}

describe('the time zone of the day counters', () => {
  it('is the fallback of an empty installation, and is kept from then on', async () => {
    expect(await ensureTimeZone(pool, undefined, 'Europe/London')).toBe('Europe/London')
    expect(await ensureTimeZone(pool, undefined, 'Asia/Tokyo')).toBe('Europe/London')
    expect(await counterDifferences()).toEqual([])
  })

  it.each([
    'America/New_York',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/Havana',
    'Europe/London',
  ])('changes to %s by an exact regrouping', async (zone) => {
    expect(await ensureTimeZone(pool, zone, 'UTC')).toBe(zone)
    expect(await days()).toEqual(expectedDays(zone))
    expect(await counterDifferences()).toEqual([])
  })

  it('is agreed on by two processes that start at once', async () => {
    const zones = await Promise.all([1, 2].map(() => ensureTimeZone(pool, 'Asia/Beirut', 'UTC')))
    expect(zones).toEqual(['Asia/Beirut', 'Asia/Beirut'])
    expect(await days()).toEqual(expectedDays('Asia/Beirut'))
    expect(await counterDifferences()).toEqual([])
  })
})
