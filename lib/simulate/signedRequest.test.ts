import { describe, expect, it } from 'vitest'
import { findAdapter } from '@/lib/providers/registry'
import type { CallbackRequest, Secrets } from '@/lib/providers/types'
import { plan, steadyStarts, type PlannedCall } from './plan'
import { signedRequest } from './signedRequest'
import type { SignedRequest } from './sign/SignedRequest'
import { SIMULATED_PROVIDERS, type SimulatedProvider } from './SimulatedProvider'

const NOW = Date.UTC(2026, 2, 2, 10)
const PUBLIC = 'https://hooks.example.com'
const SECRETS: Record<SimulatedProvider, Secrets> = {
  twilio: { authToken: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
  'vonage-sms': { signatureSecret: 'Tq7vXc2Lr9Wb4Zk1Np8Hs5Dy3Gm6Jf0A', signatureAlgorithm: 'sha256', token: 'tok' },
  kannel: { token: 'kt_7f3e2b9a51c04d' },
  landed: { signingSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
}
const calls = plan({
  seed: 3,
  providers: SIMULATED_PROVIDERS,
  starts: steadyStarts(300, 50, 3),
  startAt: NOW - 120_000,
  duplicates: 0,
  disorder: 0,
  failures: 40,
  delays: true,
})

describe.each(SIMULATED_PROVIDERS)('signedRequest of %s', (provider) => {
  const own = calls.filter((call) => call.provider === provider)
  const url = `${PUBLIC}/api/callbacks/${provider}/abc`
  const adapter = findAdapter(provider)
  const build = (call: PlannedCall, secrets = SECRETS[provider]) =>
    asReceived(signedRequest(provider, secrets, url, call.callback, NOW))

  it('is accepted by the adapter', () => {
    const refused = own.map((call) => adapter?.verify(build(call), SECRETS[provider], { now: NOW }))
    expect(refused.filter((verdict) => !verdict?.ok)).toEqual([])
  })

  it('is refused with another secret', () => {
    const others = Object.fromEntries(
      Object.entries(SECRETS[provider]).map(([name, value]) => [
        name,
        name === 'signatureAlgorithm' ? value : `x${value}x`,
      ]),
    )
    expect(own.some((call) => adapter?.verify(build(call, others), SECRETS[provider], { now: NOW }).ok)).toBe(false)
  })

  it('says to the adapter what was planned', () => {
    for (const { callback } of own) {
      const parsed = adapter?.parse(asReceived(signedRequest(provider, SECRETS[provider], url, callback, NOW)))
      expect(parsed?.unreadable).toEqual([])
      expect(parsed?.receipts).toHaveLength(1)
      expect(parsed?.receipts[0]).toMatchObject({
        status: callback.status,
        rawStatus: callback.word,
        recipient: callback.recipient,
        occurredAt: provider === 'twilio' ? null : callback.occurredAt,
      })
    }
  })

  it('keeps a message together and apart from others', () => {
    const keyOf = (call: PlannedCall) => {
      const receipt = adapter?.parse(build(call)).receipts[0]
      return receipt?.messageKey ?? receipt?.providerMessageId
    }
    const keys = new Map<number, Set<unknown>>()
    for (const call of own) keys.set(call.message, (keys.get(call.message) ?? new Set()).add(keyOf(call)))
    expect([...keys.values()].every((set) => set.size === 1)).toBe(true)
    expect(new Set([...keys.values()].flatMap((set) => [...set])).size).toBe(keys.size)
  })
})

describe('signedRequest of vonage-sms', () => {
  const call = calls.find((one) => one.provider === 'vonage-sms')
  const url = `${PUBLIC}/api/callbacks/vonage-sms/abc`

  it.each(['md5hash', 'md5', 'sha1', 'sha256', 'sha512'])('signs with %s', (signatureAlgorithm) => {
    const secrets = { ...SECRETS['vonage-sms'], signatureAlgorithm }
    const request = asReceived(signedRequest('vonage-sms', secrets, url, call!.callback, NOW))
    expect(findAdapter('vonage-sms')?.verify(request, secrets, { now: NOW })).toEqual({ ok: true })
  })

  it('shows the token of an account that does not sign', () => {
    const secrets = { token: 'tok' }
    const request = asReceived(signedRequest('vonage-sms', secrets, url, call!.callback, NOW))
    expect(findAdapter('vonage-sms')?.verify(request, secrets, { now: NOW })).toEqual({ ok: true })
  })
})

function asReceived({ method, path, headers, body }: SignedRequest): CallbackRequest {
  return { method, url: PUBLIC + path, headers, rawBody: Buffer.from(body) }
}
