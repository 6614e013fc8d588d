import { expect, it } from 'vitest'
import { newCodeReport } from './newCodeReport'

it('names provider and code, and nothing that belongs to a person', () => {
  const text = newCodeReport({
    adapter: 'twilio',
    provider: 'Twilio',
    connection: { id: 'abc123', name: 'Clinic texts' },
    kind: 'error',
    code: '39999',
    seen: 7,
    firstSeenAt: '2026-11-20T10:00:00.000Z',
    lastSeenAt: '2026-11-25T10:00:00.000Z',
    callbacks: ['019ab000-0000-7000-8000-000000000001'],
    messages: [{ id: '55', recipient: '+44 •••• 123' }],
    dismissed: null,
  })
  expect(text).toContain('Twilio (twilio)')
  expect(text).toContain('39999')
  for (const secret of ['Clinic', 'abc123', '019ab000', '+44', '123']) expect(text).not.toContain(secret)
})
