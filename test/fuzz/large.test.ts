import { describe, expect, test } from 'vitest'
import { ADAPTERS } from '@/lib/providers/registry'
import type { Adapter } from '@/lib/providers/types'
import { SLOWEST_MS } from './fuzzAdapter'
import { largeRequests } from './largeRequests'
import { type Case, loadCases } from './loadCases'
import { outcomeOf, unsound } from './unsound'

const SIZE = 64 * 1024
/** So many real requests of each adapter are blown up. */
const REAL = 2
/** The best of so many: once may be the garbage collector or a busy machine. */
const TRIES = 6
const TIMEOUT_MS = 5 * 60_000

describe.each(Object.values(ADAPTERS))('$id', (adapter) => {
  test(`no request of 64 kB takes more than ${SLOWEST_MS} ms`, { timeout: TIMEOUT_MS }, async () => {
    const slow: string[] = []
    for (const it of spread(await loadCases(adapter.id))) slow.push(...slowOnes(adapter, it))
    expect(slow.join('\n')).toBe('')
  })
})

function spread(cases: Case[]): Case[] {
  const step = Math.max(1, Math.floor(cases.length / REAL))
  return cases.filter((_, index) => index % step === 0).slice(0, REAL)
}

function slowOnes(adapter: Adapter, it: Case): string[] {
  const slow: string[] = []
  for (const request of largeRequests(it.request, SIZE)) {
    let best = Infinity
    for (let i = 0; i < TRIES && best > SLOWEST_MS; i++) {
      const started = performance.now()
      const outcome = outcomeOf(adapter, { ...request }, it.secrets, it.context)
      best = Math.min(best, performance.now() - started)
      expect(unsound(outcome)).toBeUndefined()
    }
    if (best > SLOWEST_MS) slow.push(`${it.name}: ${best.toFixed(0)} ms, ${startOf(request.rawBody, request.url)}`)
  }
  return slow
}

function startOf(body: Buffer, url: string): string {
  return JSON.stringify((body.toString('latin1') || url).slice(0, 200))
}
