import { describe, expect, it } from 'vitest'
import { findAdapter } from '@/lib/providers/registry'
import { NETWORKS } from './networks'
import { plan, steadyStarts, type PlanOptions } from './plan'
import { SIMULATED_PROVIDERS } from './SimulatedProvider'

const options: PlanOptions = {
  seed: 7,
  providers: SIMULATED_PROVIDERS,
  starts: steadyStarts(400, 50, 7),
  startAt: Date.UTC(2026, 2, 2, 10),
  duplicates: 5,
  disorder: 5,
  failures: 20,
  delays: true,
}

describe('plan', () => {
  it('is the same for the same seed and another for another', () => {
    expect(plan(options)).toEqual(plan(options))
    expect(plan({ ...options, seed: 8 })).not.toEqual(plan(options))
  })

  it('plans every message, in order of time, with about the wished duplicates', () => {
    const calls = plan(options)
    expect(new Set(calls.map((call) => call.message)).size).toBe(400)
    expect(calls.map((call) => call.afterMs)).toEqual(calls.map((call) => call.afterMs).sort((a, b) => a - b))
    const share = calls.filter((call) => call.duplicate).length / calls.length
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.09)
  })

  it('says nothing twice and in order when neither is wished', () => {
    const calls = plan({ ...options, duplicates: 0, disorder: 0 })
    expect(calls.some((call) => call.duplicate)).toBe(false)
    for (const own of byMessage(calls).values()) {
      const times = own.map((call) => call.callback.occurredAt)
      expect(times).toEqual([...times].sort((a, b) => a - b))
    }
  })

  it('lets callbacks overtake each other when wished', () => {
    const overtaken = [...byMessage(plan({ ...options, disorder: 100, duplicates: 0 })).values()].filter((own) =>
      own.some((call, index) => (own[index + 1]?.callback.occurredAt ?? Infinity) < call.callback.occurredAt),
    )
    expect(overtaken.length).toBeGreaterThan(100)
  })

  it('lets no text land when all fail, except those that a late receipt corrects', () => {
    const all = byMessage(plan({ ...options, failures: 100, duplicates: 0 }))
    const landed = [...all.values()].filter((own) => own.some((call) => call.callback.status === 'delivered'))
    expect(landed.length).toBeLessThan(400 * 0.1)
    for (const own of landed) expect(own.some((call) => /failed|undelivered/.test(call.callback.status))).toBe(true)
  })

  it('asks for the share of failures per network and time', () => {
    const seen: string[] = []
    plan({ ...options, failures: ({ network, submittedAt }) => (seen.push(network.code), submittedAt > 0 ? 0 : 100) })
    expect(new Set(seen).size).toBe(NETWORKS.length)
  })

  it('calls at once without delays, with times that lie in the past', () => {
    const calls = plan({ ...options, starts: steadyStarts(50, Infinity, 1), delays: false })
    expect(Math.max(...calls.map((call) => call.afterMs))).toBeLessThan(10)
    expect(Math.max(...calls.map((call) => call.callback.occurredAt))).toBeLessThanOrEqual(options.startAt)
  })

  it('uses only numbers that nobody has', () => {
    const fictional = /^(\+447700900\d{3}|\+1\d{3}55501\d\d|\+3363998\d{4}|\+467017406(0[5-9]|[1-9]\d))$/
    for (const call of plan(options)) expect(call.callback.recipient).toMatch(fictional)
  })

  it('uses only codes that the table of the provider has', () => {
    const calls = plan({ ...options, failures: 100, starts: steadyStarts(3000, 50, 3) })
    const unknown = calls
      .filter((call) => call.provider !== 'landed' && !['0', '000', null].includes(call.callback.code))
      .filter((call) => !findAdapter(call.provider)?.explain(call.callback.code ?? ''))
    expect(unknown.map((call) => `${call.provider} ${call.callback.code}`)).toEqual([])
  })
})

function byMessage(calls: ReturnType<typeof plan>): Map<number, ReturnType<typeof plan>> {
  const groups = new Map<number, ReturnType<typeof plan>>()
  for (const call of calls) groups.set(call.message, [...(groups.get(call.message) ?? []), call])
  return groups
}
