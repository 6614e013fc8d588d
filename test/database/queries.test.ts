import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUARTER_MS, type Filter } from '@/lib/contracts/filter'
import type { MessageListQuery } from '@/lib/contracts/message'
import { GRAINS } from '@/lib/contracts/metrics'
import { getPool } from '@/lib/db/pool'
import { messages } from '@/lib/queries/messages'
import { series } from '@/lib/queries/series'
import { summary } from '@/lib/queries/summary'
import { isFailure } from '@/lib/status/compareReceipts'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATES, stateOf } from '@/lib/status/state'
import { STATUSES } from '@/lib/status/status'
import { type FreshDatabase, freshDatabase } from './freshDatabase'
import { type StoredMessage, storeMessages } from './storeMessages'

/** London's clocks went back on 25 October 2026: one day of the range has 25 hours. */
const ZONE = 'Europe/London'
const START = Date.parse('2026-10-23T00:00:00Z')
const QUARTERS = 4 * 96
const CARRIERS = ['', '23410', '23430', 'Vodafone Limited']
const COUNTRIES = ['', 'GB', 'US']
const CONNECTIONS = ['first', 'second', 'empty']
const RUNS = 150

let database: FreshDatabase
let stored: StoredMessage[]

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_TIME_ZONE'] = ZONE
  await getPool().query(
    `INSERT INTO connection (id, public_id, adapter, name, secrets)
     SELECT o, n, 'twilio', initcap(n), '' FROM unnest($1::text[]) WITH ORDINALITY u(n, o)`,
    [CONNECTIONS],
  )
  stored = fc.sample(messageArbitrary, { numRuns: 2500, seed: 20261023 }).map((row, i) => ({ ...row, key: `m${i}` }))
  await storeMessages(getPool(), stored, ZONE)
})

afterAll(async () => {
  await getPool().end()
  await database.drop()
})

/** Many messages share a millisecond, so that pages must break ties. */
const messageArbitrary: fc.Arbitrary<StoredMessage> = fc
  .record({
    connectionId: fc.constantFrom(1, 2),
    status: fc.constantFrom(...STATUSES),
    class: fc.option(fc.constantFrom(...FAILURE_CLASSES)),
    quarter: fc.nat(QUARTERS - 1),
    offset: fc.constantFrom(0, 1, 450_000, QUARTER_MS - 1),
    country: fc.constantFrom(...COUNTRIES),
    carrier: fc.constantFrom(...CARRIERS),
  })
  .map(({ class: failureClass, quarter, offset, ...rest }) => ({
    ...rest,
    key: '',
    // A code can come with other statuses too; it counts as a failure class only with a failure.
    failureClass: isFailure(rest.status) || quarter % 5 === 0 ? failureClass : null,
    cohortAt: new Date(START + quarter * QUARTER_MS + offset),
  }))

const filterArbitrary: fc.Arbitrary<Filter> = fc
  .record(
    {
      range: fc.tuple(fc.integer({ min: -10, max: QUARTERS }), fc.integer({ min: 1, max: QUARTERS })),
      connection: fc.constantFrom(...CONNECTIONS, 'nobody'),
      carrier: fc.constantFrom('none', ...CARRIERS.filter(Boolean), '99999'),
      country: fc.constantFrom('none', 'GB', 'us', 'FR'),
    },
    { requiredKeys: ['range'] },
  )
  .map(({ range: [first, length], ...rest }) => ({
    ...rest,
    from: new Date(START + first * QUARTER_MS),
    to: new Date(START + (first + length) * QUARTER_MS),
  }))

const narrowingArbitrary = fc.record(
  {
    state: fc.constantFrom(...STATES),
    status: fc.constantFrom(...STATUSES),
    failureClass: fc.constantFrom(...FAILURE_CLASSES),
  },
  { requiredKeys: [] },
)
type Narrowing = Pick<MessageListQuery, 'state' | 'status' | 'failureClass'>

/** The definition, over the rows themselves. */
function expected(filter: Partial<Filter>, narrowing: Narrowing): StoredMessage[] {
  const known = (value: string | undefined) => (value === 'none' ? '' : value)
  return stored.filter(
    (row) =>
      (!filter.from || row.cohortAt >= filter.from) &&
      (!filter.to || row.cohortAt < filter.to) &&
      (!filter.connection || CONNECTIONS[row.connectionId - 1] === filter.connection) &&
      (filter.carrier === undefined || row.carrier === known(filter.carrier)) &&
      (filter.country === undefined || row.country === known(filter.country)?.toUpperCase()) &&
      (!narrowing.state || stateOf(row.status) === narrowing.state) &&
      (!narrowing.status || row.status === narrowing.status) &&
      (!narrowing.failureClass || (isFailure(row.status) && row.failureClass === narrowing.failureClass)),
  )
}

async function allPages(query: Omit<MessageListQuery, 'limit' | 'cursor'>, limit: number) {
  const items = []
  let cursor: string | undefined
  do {
    const page = await messages({ ...query, limit, cursor })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return items
}

const keysOf = (items: { providerMessageId: string | null }[]) => items.map((item) => item.providerMessageId).sort()

describe('summary', () => {
  it('counts every message of a range and filter once, whatever the range', async () => {
    await fc.assert(
      fc.asyncProperty(filterArbitrary, async (filter) => {
        const found = await summary(filter)
        for (const state of STATES) expect(found.counts[state]).toBe(expected(filter, { state }).length)
        for (const status of STATUSES) expect(found.statuses[status]).toBe(expected(filter, { status }).length)
        const failures = Object.fromEntries(found.failures.map((each) => [each.failureClass, each.messages]))
        for (const failureClass of FAILURE_CLASSES)
          expect(failures[failureClass] ?? 0).toBe(expected(filter, { failureClass }).length)
        for (const { key, delivered } of found.connections)
          expect(delivered).toBe(expected({ ...filter, connection: key }, { state: 'delivered' }).length)
        for (const { key, failed } of found.carriers)
          expect(failed).toBe(expected({ ...filter, carrier: key }, { state: 'failed' }).length)
        const all = expected(filter, {})
        expect(new Set(found.connections.map(({ key }) => key)).size).toBe(new Set(all.map((m) => m.connectionId)).size)
        expect(new Set(found.carriers.map(({ key }) => key)).size).toBe(new Set(all.map((m) => m.carrier)).size)
      }),
      { numRuns: RUNS },
    )
  })

  it('says that there are messages, even where the range has none', async () => {
    const found = await summary({ from: new Date('2020-01-01'), to: new Date('2020-01-02') })
    expect(found).toMatchObject({ hasAnyMessage: true, rate: null, coverage: null, failures: [], connections: [] })
  })
})

describe('series', () => {
  it('covers the range without gaps, and each point counts its own messages', async () => {
    await fc.assert(
      fc.asyncProperty(filterArbitrary, fc.constantFrom(undefined, ...GRAINS), async (filter, grain) => {
        const { points } = await series(filter, grain)
        expect(points[0]?.at).toBe(filter.from.toISOString())
        expect(points.at(-1)?.until).toBe(filter.to.toISOString())
        points.slice(1).forEach((point, i) => expect(point.at).toBe(points[i]?.until))
        const inFilter = expected(filter, {})
        for (const point of points) {
          const own = inFilter.filter((m) => m.cohortAt >= new Date(point.at) && m.cohortAt < new Date(point.until))
          for (const state of STATES) expect(point[state]).toBe(own.filter((m) => stateOf(m.status) === state).length)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('gives the day of the time change 25 hours', async () => {
    const range = { from: new Date('2026-10-24T23:00:00Z'), to: new Date('2026-10-26T00:00:00Z') }
    expect((await series(range, 'day')).points).toHaveLength(1)
    expect((await series(range, 'hour')).points).toHaveLength(25)
  })
})

describe('messages', () => {
  it('lists exactly the rows that the figures count, newest first, by pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          filterArbitrary,
          filterArbitrary.map(({ from: _from, to: _to, ...rest }) => rest),
        ),
        narrowingArbitrary,
        fc.constantFrom(1, 3, 20, 200),
        async (filter, narrowing, limit) => {
          const rows = expected(filter, narrowing)
          fc.pre(rows.length / limit < 60)
          const items = await allPages({ ...filter, ...narrowing }, limit)
          expect(keysOf(items)).toEqual(rows.map((row) => row.key).sort())
          const order = items.map((item) => [Date.parse(item.cohortAt), Number(item.id)] as const)
          order.slice(1).forEach(([at, id], i) => {
            const [atBefore, idBefore] = order[i] as readonly [number, number]
            expect(at < atBefore || (at === atBefore && id < idBefore)).toBe(true)
          })
        },
      ),
      { numRuns: RUNS },
    )
  })

  it('refuses a cursor of its own making', async () => {
    await expect(messages({ limit: 10, cursor: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ problem: { status: 400 } })
  })
})
