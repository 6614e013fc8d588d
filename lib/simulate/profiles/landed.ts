import type { Life, Profile, Step } from '../Profile'

const queued: Step = { word: 'queued', status: 'queued', code: null, medianMs: 50, sigma: 0.4 }
const sent: Step = { word: 'sent', status: 'sent', code: null, medianMs: 300, sigma: 0.5 }
const delivered: Step = { word: 'delivered', status: 'delivered', code: null, medianMs: 1700, sigma: 0.8 }

const undelivered = (weight: number, code: string): Life => ({
  weight,
  steps: [queued, sent, { word: 'undelivered', status: 'undelivered', code, medianMs: 3000, sigma: 0.8 }],
})
const ended = (weight: number, status: 'failed' | 'rejected' | 'expired', code: string, medianMs: number): Life => ({
  weight,
  steps: [queued, { word: status, status, code, medianMs, sigma: 0.6 }],
})

/** A sender of one's own; its format has no codes, so failure classes stand in their place. */
export const landedProfile: Profile = {
  senders: ['MapleClinic', 'MapleSalon', '+447700900002'],
  landed: [
    { weight: 92, steps: [queued, sent, delivered] },
    { weight: 8, steps: [queued, sent, delivered, { ...delivered, word: 'read', status: 'read', medianMs: 5000 }] },
  ],
  failed: [
    undelivered(40, 'unreachable_handset'),
    undelivered(22, 'invalid_number'),
    undelivered(10, 'landline_or_incapable'),
    undelivered(6, 'recipient_blocked'),
    undelivered(6, 'carrier_blocked'),
    ended(4, 'rejected', 'content_rejected', 400),
    ended(4, 'failed', 'provider_error', 900),
    ended(2, 'failed', 'throttled', 400),
    ended(6, 'expired', 'expired', 12_000),
  ],
  open: [
    { weight: 2, steps: [queued, sent] },
    {
      weight: 1,
      steps: [queued, sent, { word: 'unknown', status: 'unknown', code: null, medianMs: 5000, sigma: 0.6 }],
    },
  ],
  late: [
    {
      weight: 1,
      steps: [
        queued,
        sent,
        { word: 'undelivered', status: 'undelivered', code: 'unreachable_handset', medianMs: 3000, sigma: 0.5 },
        { ...delivered, medianMs: 6000, sigma: 0.5 },
      ],
    },
  ],
  messageId: (hex) => `msg_${hex(20)}`,
}
