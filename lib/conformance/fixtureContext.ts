import type { Adapter, CallbackRequest, Secrets, VerifyContext } from '@/lib/providers/types'
import type { Fixture } from './fixture'
import { fixtureClock } from './fixtureClock'

/**
 * What `verify` gets beside the request: the clock, and of what the fixture has at hand that which the adapter asks
 * for.
 */
export function fixtureContext(
  adapter: Adapter,
  fixture: Fixture,
  request: CallbackRequest,
  secrets: Secrets,
): VerifyContext {
  const { signing_cert_url: url, certificate_pem: pem } = fixture.verify
  const needs = adapter.needs?.(request, secrets) ?? []
  const answered = pem !== undefined && needs.some((need) => need.url === url)
  return {
    now: fixtureClock(fixture, request),
    ...(answered && url !== undefined ? { fetched: new Map([[url, pem]]) } : {}),
  }
}
