import { describe, expect, it } from 'vitest'
import type { Summary } from '@/lib/contracts/metrics'
import { exampleMessage } from './exampleMessage.fixture'
import { type MessagesFacts, messagesSentence } from './messagesSentence'

const now = new Date('2026-11-24T14:02:00Z')
const RANGE = { from: '2026-11-24T09:00:00Z', to: '2026-11-24T13:00:00Z' }
const summary: Summary = {
  asOf: now.toISOString(),
  ...RANGE,
  counts: { delivered: 18204, failed: 694, unconfirmed: 212, pending: 1130 },
  statuses: { rejected: 94, expired: 1 },
  rate: null,
  coverage: null,
  failures: [
    { failureClass: 'expired', label: 'Not delivered in time', messages: 40 },
    { failureClass: 'invalid_number', label: 'Number not in service', messages: 214 },
  ],
  connections: [],
  carriers: [],
  hasAnyMessage: true,
}
const rows = (count: number, state: 'delivered' | 'failed' | 'pending' = 'failed') =>
  Array.from({ length: count }, (_, index) => exampleMessage({ id: String(index), state }))

const say = (over: Partial<MessagesFacts>) =>
  messagesSentence({
    filter: {},
    names: {},
    summary: undefined,
    shown: [],
    complete: true,
    now,
    timeZone: 'UTC',
    ...over,
  })
    .map((part) => part.text)
    .join('')

describe('messagesSentence, narrowed', () => {
  it('counts the failures of a range by its counters and names their main reason', () => {
    expect(say({ filter: { ...RANGE, state: 'failed' }, summary, shown: rows(50), complete: false })).toBe(
      '694 texts did not land between 09:00 and 13:00 today, 214 of them for one reason: number not in service.',
    )
  })

  it('never counts what it has not seen', () => {
    expect(say({ filter: { state: 'failed' }, shown: rows(50), complete: false })).toBe(
      'More than 50 texts did not land.',
    )
    const two = { ...RANGE, state: 'failed', failureClass: 'expired' } as const
    expect(say({ filter: two, summary, shown: rows(50), complete: false })).toMatch(/^More than 50 texts/)
  })

  it('names one failure class, status and place', () => {
    expect(
      say({ filter: { ...RANGE, failureClass: 'invalid_number' }, summary, shown: rows(50), complete: false }),
    ).toBe('214 texts did not land (number not in service) between 09:00 and 13:00 today.')
    expect(
      say({
        filter: { status: 'rejected', connection: 'c1', carrier: '23410', country: 'GB' },
        names: { connection: 'Reminders', carrier: 'O2', country: 'United Kingdom' },
        shown: rows(1),
      }),
    ).toBe('1 text was refused by the provider on O2 to United Kingdom through Reminders.')
  })

  it('is calm when nothing failed', () => {
    expect(say({ filter: { ...RANGE, state: 'failed' } })).toBe('No text failed to land between 09:00 and 13:00 today.')
  })
})

describe('messagesSentence, whole', () => {
  it('tells the four states of a range', () => {
    expect(say({ filter: RANGE, summary, shown: rows(50), complete: false })).toBe(
      '20,240 texts between 09:00 and 13:00 today: 18,204 landed, 694 did not, 1,130 are still on their way and 212 can be neither confirmed nor denied.',
    )
  })

  it('speaks of the loaded rows alone when there is no range', () => {
    const shown = [...rows(46, 'delivered'), ...rows(3), ...rows(1, 'pending')]
    expect(say({ shown, complete: false })).toBe(
      'Of the newest 50 texts, 46 landed, 3 did not and 1 is still on its way.',
    )
    expect(say({ shown: rows(37, 'delivered') })).toBe('All 37 texts landed.')
    expect(say({ shown: rows(50, 'delivered'), complete: false })).toBe('The newest 50 texts all landed.')
    expect(say({ shown: rows(2) })).toBe('Of the 2 texts, 2 did not land.')
    expect(say({ shown: rows(1) })).toBe('The only text did not land.')
  })

  it('says so when there is nothing', () => {
    expect(say({})).toBe('No text is known yet.')
    const none = { ...summary, counts: { delivered: 0, failed: 0, unconfirmed: 0, pending: 0 } }
    expect(say({ filter: RANGE, summary: none })).toBe('No text was sent between 09:00 and 13:00 today.')
  })
})

describe('messagesSentence, searched', () => {
  it('answers the search', () => {
    expect(say({ filter: { q: '+447700900123' } })).toBe('No text matches “+447700900123”.')
    expect(say({ filter: { q: 'SM1', state: 'failed' } })).toBe('No failed text matches “SM1”.')
    expect(say({ filter: { q: 'SM1' }, shown: rows(1) })).toBe('One text matches “SM1”: it did not land.')
    expect(say({ filter: { q: 'x' }, shown: [...rows(2, 'delivered'), ...rows(1)] })).toBe(
      '3 texts match “x”: 2 landed and 1 did not.',
    )
    expect(say({ filter: { q: 'x' }, shown: rows(50), complete: false })).toBe(
      'More than 50 texts match “x”: 50 did not land of those loaded so far.',
    )
  })
})
