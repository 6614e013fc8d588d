import { expect, it } from 'vitest'
import { connectionHeadline } from './connectionHeadline'
import { exampleActivity, exampleConnection } from './exampleConnection.fixture'

const now = new Date('2026-11-24T14:00:00Z')
const say = (...[over, activity]: [object?, ReturnType<typeof exampleActivity>?]) =>
  connectionHeadline(exampleConnection(over), activity, now)
    .map(({ text }) => text)
    .join('')

it('says how a connection is, and no figure that it does not have', () => {
  const delays = { known: 60, clockAhead: 0, p50: 1_240, p95: 4_000 }
  expect(say({}, exampleActivity({ delays }))).toBe(
    '“Twilio” is heard: its newest callback came 60 s ago. In the last hour it called 1.0 a minute, half of the receipts within 1.2 s of their event.',
  )
  expect(say({}, exampleActivity())).not.toContain('half')
  expect(say({})).toBe('“Twilio” is heard: its newest callback came 60 s ago.')
  expect(say({ lastSeenAt: null })).toBe('“Twilio” has never called back since it was added 23 days ago.')
  expect(say({ lastSeenAt: null, createdAt: '2026-11-24T13:58:00Z' })).toBe('“Twilio” waits for its first callback.')
  expect(say({ lastSeenAt: null }, exampleActivity({ refused: 2 }))).toBe(
    '“Twilio” calls, but nothing was accepted yet.',
  )
  expect(say({}, exampleActivity({ refused: 200 }))).toBe('“Twilio”: 200 refused in the last hour.')
  expect(say({ lastSeenAt: '2026-11-20T14:00:00Z' })).toBe('“Twilio” has been silent for 4 days.')
  expect(say({ pausedAt: '2026-11-24T13:00:00Z' }, exampleActivity({}, { kept: 3 }))).toBe(
    '“Twilio” is paused, 3 callbacks kept.',
  )
  expect(say({}, exampleActivity({}, { kept: 3 }))).toBe('“Twilio”: applying what was kept: 3 to go.')
})
