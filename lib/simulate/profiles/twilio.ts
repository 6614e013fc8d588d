import type { Life, Profile, Step } from '../Profile'

const queued: Step = { word: 'queued', status: 'queued', code: null, medianMs: 60, sigma: 0.4 }
const sending: Step = { word: 'sending', status: 'sending', code: null, medianMs: 120, sigma: 0.4 }
const sent: Step = { word: 'sent', status: 'sent', code: null, medianMs: 350, sigma: 0.5 }
const delivered: Step = { word: 'delivered', status: 'delivered', code: null, medianMs: 1900, sigma: 0.8 }

const undelivered = (weight: number, code: string): Life => ({
  weight,
  steps: [queued, sent, { word: 'undelivered', status: 'undelivered', code, medianMs: 3200, sigma: 0.8 }],
})
const failed = (weight: number, code: string): Life => ({
  weight,
  steps: [queued, { word: 'failed', status: 'failed', code, medianMs: 500, sigma: 0.6 }],
})

export const twilioProfile: Profile = {
  senders: ['+13125550101', '+13125550102', 'MAPLECLINIC'],
  landed: [
    { weight: 80, steps: [queued, sent, delivered] },
    { weight: 20, steps: [queued, sending, sent, delivered] },
  ],
  failed: [
    undelivered(36, '30003'),
    undelivered(22, '30005'),
    undelivered(10, '30006'),
    undelivered(9, '30007'),
    undelivered(6, '30004'),
    undelivered(5, '30008'),
    undelivered(2, '30017'),
    failed(4, '21211'),
    failed(3, '30034'),
    failed(3, '30036'),
    // Twilio repeats "failed" without its code: the code of the first one has to stay.
    {
      weight: 2,
      steps: [
        queued,
        { word: 'failed', status: 'failed', code: '30410', medianMs: 500, sigma: 0.6 },
        { word: 'failed', status: 'failed', code: null, medianMs: 200, sigma: 0.4 },
      ],
    },
  ],
  open: [{ weight: 1, steps: [queued, sent] }],
  late: [
    {
      weight: 1,
      steps: [
        queued,
        sent,
        { word: 'undelivered', status: 'undelivered', code: '30003', medianMs: 3000, sigma: 0.5 },
        { ...delivered, medianMs: 6000, sigma: 0.5 },
      ],
    },
  ],
  messageId: (hex) => `SM${hex(32)}`,
}
