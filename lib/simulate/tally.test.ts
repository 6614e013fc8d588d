import { describe, expect, it } from 'vitest'
import { findAdapter } from '@/lib/providers/registry'
import { joinReceipts } from '@/lib/status/joinReceipts'
import type { StatusReceipt } from '@/lib/status/receipt'
import { plan, steadyStarts, type PlannedCall } from './plan'
import type { SentCall } from './sendPlan'
import { signedRequest } from './signedRequest'
import { SIMULATED_PROVIDERS } from './SimulatedProvider'
import { tally } from './tally'

const calls = plan({
  seed: 11,
  providers: SIMULATED_PROVIDERS,
  starts: steadyStarts(500, 50, 11),
  startAt: Date.UTC(2026, 2, 2, 10),
  duplicates: 10,
  disorder: 10,
  failures: 30,
  delays: true,
})
const answered = (status: number | null) => (call: PlannedCall) => ({ call, answer: { status, latencyMs: 1 } })

describe('tally', () => {
  it('expects what the adapters and the join make of the requests', () => {
    const figures = tally(calls.map(answered(204)))
    const read = readThroughAdapters(calls)
    const receipts = [...read.values()].map((own) => new Map(own.map((receipt) => [JSON.stringify(receipt), receipt])))
    expect(figures.messages).toBe(500)
    expect(figures.callbacks).toBe(calls.length)
    expect(figures.receipts).toBe(receipts.reduce((sum, own) => sum + own.size, 0))
    expect(figures.duplicates).toBe(calls.length - figures.receipts)
    const ends = receipts.map((own) => joinReceipts([...own.values()])?.status)
    for (const [status, count] of Object.entries(figures.statuses))
      expect([status, ends.filter((end) => end === status).length]).toEqual([status, count])
    expect(Object.values(figures.states).reduce((a, b) => a + b)).toBe(500)
  })

  it('leaves out what was not accepted', () => {
    const sent: SentCall[] = [...calls.slice(0, 10).map(answered(503)), ...calls.slice(0, 10).map(answered(null))]
    expect(tally(sent)).toMatchObject({ messages: 0, callbacks: 0, receipts: 0, duplicates: 0 })
  })
})

function readThroughAdapters(planned: readonly PlannedCall[]): Map<number, StatusReceipt[]> {
  const secrets = { authToken: 'a', signatureSecret: 'b', token: 'c', signingSecret: 'whsec_AAAA' }
  const messages = new Map<number, StatusReceipt[]>()
  for (const { provider, callback, message } of planned) {
    const { method, path, headers, body } = signedRequest(provider, secrets, 'https://h.example/cb', callback)
    const request = { method, url: `https://h.example${path}`, headers, rawBody: Buffer.from(body) }
    const receipts = findAdapter(provider)?.parse(request).receipts ?? []
    messages.set(message, [...(messages.get(message) ?? []), ...receipts])
  }
  return messages
}
