import type { Life, Profile, Step } from '../Profile'

const accepted: Step = { word: 'ACK', status: 'sent', code: null, medianMs: 150, sigma: 0.4 }
const enroute: Step = { word: 'ENROUTE', status: 'sent', code: '000', medianMs: 900, sigma: 0.5 }
const delivered: Step = { word: 'DELIVRD', status: 'delivered', code: '000', medianMs: 3100, sigma: 0.9 }

const undelivered = (weight: number, code: string): Life => ({
  weight,
  steps: [accepted, { word: 'UNDELIV', status: 'undelivered', code, medianMs: 3500, sigma: 0.8 }],
})
/** Refused by the SMSC at once: the only callback of its message, and without an id of the SMSC. */
const refused = (weight: number, code: string): Life => ({
  weight,
  steps: [{ word: 'NACK', status: 'rejected', code, medianMs: 200, sigma: 0.4 }],
})

export const kannelProfile: Profile = {
  senders: ['MapleBank', '60606'],
  landed: [
    { weight: 85, steps: [accepted, delivered] },
    { weight: 15, steps: [accepted, enroute, delivered] },
  ],
  failed: [
    undelivered(30, '006'),
    undelivered(18, '001'),
    undelivered(14, '027'),
    undelivered(8, '032'),
    undelivered(6, '013'),
    undelivered(5, '011'),
    undelivered(4, '034'),
    { weight: 6, steps: [accepted, { word: 'REJECTD', status: 'rejected', code: '021', medianMs: 900, sigma: 0.5 }] },
    { weight: 8, steps: [accepted, { word: 'EXPIRED', status: 'expired', code: '027', medianMs: 12_000, sigma: 0.5 }] },
    refused(5, '0x0000000b'),
    refused(2, '0x00000058'),
    refused(1, '0x0000000a'),
  ],
  open: [
    { weight: 2, steps: [accepted] },
    { weight: 1, steps: [accepted, { word: 'UNKNOWN', status: 'unknown', code: '255', medianMs: 5000, sigma: 0.6 }] },
  ],
  late: [
    {
      weight: 1,
      steps: [
        accepted,
        { word: 'UNDELIV', status: 'undelivered', code: '006', medianMs: 3000, sigma: 0.5 },
        { ...delivered, medianMs: 6000, sigma: 0.5 },
      ],
    },
  ],
  // A decimal id of the SMSC, as most of them give.
  messageId: (hex) => String(10 ** 11 + (Number.parseInt(hex(10), 16) % (9 * 10 ** 11))),
}
