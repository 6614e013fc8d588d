import type { Life, Profile, Step } from '../Profile'

const accepted: Step = { word: 'accepted', status: 'sent', code: '0', medianMs: 300, sigma: 0.5 }
const buffered: Step = { word: 'buffered', status: 'sent', code: '0', medianMs: 700, sigma: 0.5 }
const delivered: Step = { word: 'delivered', status: 'delivered', code: '0', medianMs: 2300, sigma: 0.8 }

const end = (weight: number, word: 'failed' | 'rejected' | 'expired', code: string, medianMs = 3000): Life => ({
  weight,
  steps: [accepted, { word, status: word, code, medianMs, sigma: 0.8 }],
})

export const vonageSmsProfile: Profile = {
  senders: ['MapleClinic', 'MapleCode', '447700900001'],
  landed: [
    { weight: 75, steps: [accepted, delivered] },
    { weight: 25, steps: [accepted, buffered, delivered] },
  ],
  failed: [
    end(30, 'failed', '2'),
    end(18, 'failed', '3'),
    end(10, 'failed', '12'),
    end(8, 'failed', '7'),
    end(6, 'failed', '8'),
    end(5, 'failed', '15'),
    end(3, 'failed', '99'),
    end(8, 'rejected', '6', 600),
    end(6, 'rejected', '9', 600),
    end(2, 'rejected', '51', 600),
    end(8, 'expired', '1', 12_000),
  ],
  open: [
    { weight: 1, steps: [accepted] },
    { weight: 2, steps: [accepted, { word: 'unknown', status: 'unknown', code: '1', medianMs: 5000, sigma: 0.6 }] },
  ],
  late: [
    {
      weight: 1,
      steps: [
        accepted,
        { word: 'failed', status: 'failed', code: '2', medianMs: 3000, sigma: 0.5 },
        { ...delivered, medianMs: 6000, sigma: 0.5 },
      ],
    },
  ],
  messageId: (hex) => hex(17).toUpperCase(),
}
