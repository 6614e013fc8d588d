import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { FAILURES, STATUSES } from '@/lib/status/status'
import { bucketsIn, GRAIN_LETTERS } from './buckets'
import { collectDeltas } from './collectDeltas'
import type { Counted } from './dimensions'

const bucketsOf = bucketsIn('Asia/Kathmandu')
const COHORT = Date.UTC(2026, 10, 24, 12, 7)
const counted = (fields: Partial<Counted> = {}): Counted => ({
  connectionId: 1,
  cohortAt: COHORT,
  country: 'GB',
  carrier: '23410',
  purpose: '',
  location: '',
  status: 'sent',
  failureClass: null,
  ...fields,
})
const sumOf = (statuses: number[]) => statuses.reduce((sum, value) => sum + value, 0)

describe('collectDeltas', () => {
  it('counts a new message once in every grain', () => {
    const { rollup, failures } = collectDeltas([{ before: null, after: counted() }], bucketsOf)
    expect(failures).toEqual([])
    expect(rollup.map(({ grain, bucket, statuses }) => [grain, bucket, sumOf(statuses)]).sort()).toEqual(
      GRAIN_LETTERS.map((grain) => [grain, bucketsOf(COHORT)[grain], 1]).sort(),
    )
    expect(rollup[0]?.statuses[STATUSES.indexOf('sent')]).toBe(1)
  })

  it('moves a message within its bucket by −1 and +1, and counts why it failed', () => {
    const after = counted({ status: 'failed', failureClass: 'invalid_number' })
    const { rollup, failures } = collectDeltas([{ before: counted(), after }], bucketsOf)
    for (const { statuses } of rollup) {
      expect(statuses[STATUSES.indexOf('sent')]).toBe(-1)
      expect(statuses[STATUSES.indexOf('failed')]).toBe(1)
    }
    expect(failures.map(({ messages, at }) => [messages, at.failureClass])).toEqual(
      GRAIN_LETTERS.map(() => [1, 'invalid_number']),
    )
  })

  it('moves the reason when only the reason changes', () => {
    const before = counted({ status: 'failed', failureClass: 'unknown' })
    const after = counted({ status: 'failed', failureClass: 'expired' })
    const { rollup, failures } = collectDeltas([{ before, after }], bucketsOf)
    expect(rollup).toEqual([])
    expect(failures.map(({ messages, at }) => `${messages} ${at.failureClass}`).sort()).toEqual(
      [...GRAIN_LETTERS.map(() => '-1 unknown'), ...GRAIN_LETTERS.map(() => '1 expired')].sort(),
    )
  })

  it('changes only the grains whose bucket changes when the time moves a little', () => {
    const after = counted({ cohortAt: COHORT + 20 * 60_000 })
    const { rollup } = collectDeltas([{ before: counted(), after }], bucketsOf)
    expect(rollup.map(({ grain }) => grain)).toEqual(['q', 'q'])
  })

  it('writes nothing for messages that did not move, nor for moves that cancel out', () => {
    expect(collectDeltas([{ before: counted(), after: counted() }], bucketsOf)).toEqual({ rollup: [], failures: [] })
    const there = { before: counted(), after: counted({ carrier: 'x' }) }
    const back = { before: counted({ carrier: 'x' }), after: counted() }
    expect(collectDeltas([there, back], bucketsOf)).toEqual({ rollup: [], failures: [] })
  })

  const place = fc.record({
    connectionId: fc.integer({ min: 1, max: 3 }),
    cohortAt: fc.integer({ min: 0, max: 400 }).map((step) => COHORT + step * 7 * 60_000),
    country: fc.constantFrom('', 'GB'),
    carrier: fc.constantFrom('', '23410'),
    purpose: fc.constantFrom('', 'code'),
    location: fc.constantFrom('', 'Leeds'),
    status: fc.constantFrom(...STATUSES),
    reason: fc.constantFrom(...FAILURE_CLASSES),
  })
  const message: fc.Arbitrary<Counted> = place.map(({ reason, ...rest }) => ({
    ...rest,
    failureClass: (FAILURES as readonly string[]).includes(rest.status) ? reason : null,
  }))
  const moves = fc.array(fc.record({ before: fc.option(message), after: message }), { maxLength: 20 })

  it('adds up to the number of new messages in every grain', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const { rollup } = collectDeltas(list, bucketsOf)
        const fresh = list.filter(({ before }) => before === null).length
        for (const letter of GRAIN_LETTERS) {
          const own = rollup.filter(({ grain }) => grain === letter)
          expect(sumOf(own.map(({ statuses }) => sumOf(statuses)))).toBe(fresh)
        }
      }),
    )
  })

  it('is the sum of its moves: one batch or many give the same counters', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const together = total([collectDeltas(list, bucketsOf)])
        expect(total(list.map((move) => collectDeltas([move], bucketsOf)))).toEqual(together)
      }),
    )
  })

  it('takes the counters in the same order whatever the order of the batch', () => {
    fc.assert(
      fc.property(moves, (list) => {
        const places = (deltas: ReturnType<typeof collectDeltas>) =>
          deltas.rollup.map(({ grain, bucket, at }) => [grain, bucket, at.connectionId, at.country, at.carrier])
        expect(places(collectDeltas([...list].reverse(), bucketsOf))).toEqual(places(collectDeltas(list, bucketsOf)))
      }),
    )
  })
})

/** Counters by place, zeros left out. */
function total(all: ReturnType<typeof collectDeltas>[]): Record<string, number> {
  const sums: Record<string, number> = {}
  const add = (key: string, by: number) => {
    sums[key] = (sums[key] ?? 0) + by
    if (sums[key] === 0) delete sums[key]
  }
  for (const { rollup, failures } of all) {
    for (const { grain, bucket, at, statuses } of rollup)
      statuses.forEach((by, index) => add(`${grain} ${bucket} ${placeOf(at)} ${STATUSES[index]}`, by))
    for (const { grain, bucket, at, messages } of failures)
      add(`${grain} ${bucket} ${placeOf(at)} why ${at.failureClass}`, messages)
  }
  return sums
}

function placeOf(at: Counted): string {
  return [at.connectionId, at.country, at.carrier, at.purpose, at.location].join('|')
}
