import type { Callback } from '@/lib/contracts/callback'

/** A callback for tests: applied, one receipt. */
export function exampleCallback(over: Partial<Callback> = {}): Callback {
  return {
    id: '019ab000-0000-7000-8000-000000000001',
    receivedAt: '2026-11-24T14:00:00.000Z',
    connection: { id: 'c1', name: 'Reminders' },
    adapter: 'twilio',
    method: 'POST',
    target: '/api/callbacks/twilio/c1',
    bodyBytes: 120,
    outcome: 'applied',
    receipts: 1,
    quarantine: [],
    ...over,
  }
}

/** A refused callback with one open quarantine entry. */
export function quarantinedCallback(code: string, over: Partial<Callback> = {}): Callback {
  const entry = { id: '1', code, reason: 'why', item: 0, authentic: false, resolvedAt: null, resolution: null }
  return exampleCallback({ outcome: 'refused', receipts: 0, quarantine: [entry], ...over })
}
