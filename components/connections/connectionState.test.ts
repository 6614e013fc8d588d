import { describe, expect, it } from 'vitest'
import { connectionState } from './connectionState'
import { connectionStateWords, silenceMeaning } from './connectionStateWords'
import { exampleActivity, exampleConnection } from './exampleConnection.fixture'

const now = new Date('2026-11-24T14:00:00Z')
const fresh = exampleConnection({ lastSeenAt: null, createdAt: '2026-11-24T13:59:00Z' })
const rotation = { until: '2026-11-24T16:05:00Z', usedAt: null }
const usual = { days: 7, heard: 7 }

describe('connectionState', () => {
  it.each([
    ['heard', exampleConnection(), exampleActivity()],
    ['heard', exampleConnection(), undefined],
    ['heard', exampleConnection(), exampleActivity({ refused: 2, callbacks: 1 })],
    ['heard', exampleConnection(), exampleActivity({ refused: 20, callbacks: 900 })],
    ['heard', exampleConnection(), exampleActivity({}, { usual: { days: 7, heard: 5 } })],
    ['heard', exampleConnection(), exampleActivity({}, { usual: { days: 2, heard: 2 } })],
    ['waiting', fresh, exampleActivity({ callbacks: 0 })],
    ['refusing', fresh, exampleActivity({ callbacks: 0, refused: 1 })],
    ['refusing', fresh, exampleActivity({ callbacks: 0 }, { waiting: 1 })],
    ['never', exampleConnection({ lastSeenAt: null }), exampleActivity({ callbacks: 0 })],
    ['refusing', exampleConnection(), exampleActivity({ refused: 20, callbacks: 60 })],
    ['silent', exampleConnection(), exampleActivity({}, { usual })],
    ['silent', exampleConnection({ lastSeenAt: '2026-11-20T14:00:00Z' }), exampleActivity()],
    ['heard', exampleConnection({ lastSeenAt: '2026-11-20T14:00:00Z', sample: true }), exampleActivity()],
    ['waiting', exampleConnection({ lastSeenAt: null, sample: true }), exampleActivity({ callbacks: 0 })],
    ['paused', exampleConnection({ pausedAt: '2026-11-24T13:00:00Z' }), exampleActivity({}, { kept: 3 })],
    ['applying', exampleConnection(), exampleActivity({}, { kept: 3 })],
    ['rotating', exampleConnection({ rotation }), exampleActivity()],
    ['silent', exampleConnection({ rotation }), exampleActivity({}, { usual })],
  ] as const)('is %s', (state, connection, activity) => expect(connectionState(connection, activity, now)).toBe(state))
})

describe('connectionStateWords', () => {
  const say = (connection = exampleConnection(), activity = exampleActivity()) =>
    connectionStateWords(connectionState(connection, activity, now), connection, activity, now)

  it('names the figure behind a state', () => {
    expect(say()).toBe('received, verified, applied')
    expect(say(fresh)).toBe('waiting for the first callback…')
    expect(say(fresh, exampleActivity({ refused: 4 }))).toBe('calls, but nothing was accepted yet')
    expect(say(undefined, exampleActivity({ refused: 400 }))).toBe('400 refused in the last hour')
    expect(say(exampleConnection({ lastSeenAt: '2026-11-24T11:50:00Z' }), exampleActivity({}, { usual }))).toBe(
      'silent for 2 h 10',
    )
    expect(say(exampleConnection({ pausedAt: '2026-11-24T13:00:00Z' }), exampleActivity({}, { kept: 1 }))).toBe(
      'paused, 1 callback kept',
    )
    expect(say(exampleConnection(), exampleActivity({}, { kept: 1200 }))).toBe('applying what was kept: 1,200 to go')
    expect(say(exampleConnection({ rotation }))).toBe('received, verified, applied; old secrets for 2 h 05 more')
  })

  it('says why a silence is one', () => {
    expect(silenceMeaning(exampleActivity({}, { usual }))).toContain('each of the last 7 days')
    expect(silenceMeaning(exampleActivity())).toContain('more than a day')
  })
})
