import type { ConnectionActivity } from '@/lib/contracts/activity'
import type { Connection } from '@/lib/contracts/connection'

/** A connection for tests, heard a minute before `seenAt`'s default. */
export function exampleConnection(over: Partial<Connection> = {}): Connection {
  return {
    id: 'abc',
    adapter: 'twilio',
    name: 'Twilio',
    sample: false,
    callbackUrl: 'https://landed.example/api/callbacks/twilio/abc',
    setup: '',
    createdAt: '2026-11-01T00:00:00.000Z',
    pausedAt: null,
    lastSeenAt: '2026-11-24T13:59:00.000Z',
    urlSuffix: null,
    secrets: [],
    secretFields: null,
    rotation: null,
    repairs: [],
    ...over,
  }
}

/** What it did in the last hour. */
export function exampleActivity(
  hour: Partial<ConnectionActivity['hour']> = {},
  over: Partial<ConnectionActivity> = {},
): ConnectionActivity {
  const delays = { known: 0, clockAhead: 0, p50: null, p95: null }
  return {
    id: 'abc',
    hour: { callbacks: 60, receipts: 60, duplicates: 0, refused: 0, quarantined: 0, delays, ...hour },
    perMinute: Array.from({ length: 60 }, () => 1),
    waiting: 0,
    kept: 0,
    newCodes: 0,
    usual: null,
    ...over,
  }
}
