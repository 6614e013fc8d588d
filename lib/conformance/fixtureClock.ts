import type { CallbackRequest } from '@/lib/providers/types'
import type { Fixture } from './fixture'

const OWN_TIME = /(?:^|[?&"])timestamp"?[=:]\s*"?(\d{10})(?!\d)/

/**
 * The clock to judge a fixture by, ms: `verify.now` (ISO 8601 or Unix seconds). A fixture without one does not depend
 * on the clock, so the time that the request itself carries is as good as any.
 */
export function fixtureClock(fixture: Fixture, request: CallbackRequest): number {
  const { now } = fixture.verify
  if (typeof now === 'number') return now * 1000
  if (typeof now === 'string') return /^\d+(\.\d+)?$/.test(now) ? Number(now) * 1000 : Date.parse(now)
  const own =
    request.headers['webhook-timestamp'] ?? OWN_TIME.exec(request.url)?.[1] ?? OWN_TIME.exec(fixture.body)?.[1]
  return own ? Number(own) * 1000 : Date.now()
}
