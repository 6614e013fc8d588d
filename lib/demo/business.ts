import type { FailureContext } from '@/lib/simulate/plan'
import type { SimulatedProvider } from '@/lib/simulate/SimulatedProvider'

/** What the connections of the sample business are called. */
export const BUSINESS_NAMES: Record<SimulatedProvider, string> = {
  twilio: 'Twilio · Reminders',
  'vonage-sms': 'Vonage · Codes',
  kannel: 'Kannel · Promotions',
  landed: 'Landed format · Salons',
}

/** Who carries its texts, by share: one entry per tenth. */
export const BUSINESS_MIX: readonly SimulatedProvider[] = [
  ...Array<SimulatedProvider>(4).fill('twilio'),
  ...Array<SimulatedProvider>(3).fill('vonage-sms'),
  ...Array<SimulatedProvider>(1).fill('kannel'),
  ...Array<SimulatedProvider>(2).fill('landed'),
]

const HOUR_MS = 3_600_000
const USUAL_PERCENT = 6
const DIP = { network: '23430', percent: 46, fromHoursAgo: 6, toHoursAgo: 3.5 }

/** Texts that fail, in percent: as usual, but for one carrier that had a bad time some hours before `now` (ms UTC). */
export function failuresWithDip(now: number): (context: FailureContext) => number {
  const from = now - DIP.fromHoursAgo * HOUR_MS
  const to = now - DIP.toHoursAgo * HOUR_MS
  return ({ network, submittedAt }) =>
    network.code === DIP.network && submittedAt >= from && submittedAt < to ? DIP.percent : USUAL_PERCENT
}
