import type { Random } from './random'

/** A mobile network that simulated recipients belong to, with the share of texts that go to it. */
export interface SimulatedNetwork {
  country: 'GB' | 'US' | 'FR' | 'SE'
  /** MCC and MNC joined. */
  code: string
  weight: number
}

export const NETWORKS: readonly SimulatedNetwork[] = [
  { country: 'GB', code: '23410', weight: 24 },
  { country: 'GB', code: '23415', weight: 20 },
  { country: 'GB', code: '23430', weight: 22 },
  { country: 'GB', code: '23420', weight: 12 },
  { country: 'US', code: '310260', weight: 10 },
  { country: 'US', code: '310410', weight: 8 },
  { country: 'US', code: '311480', weight: 8 },
  { country: 'FR', code: '20801', weight: 5 },
  { country: 'FR', code: '20810', weight: 4 },
  { country: 'SE', code: '24001', weight: 3 },
]

const US_AREAS = ['202', '212', '312', '415', '503', '617', '702', '713', '808', '917']

/**
 * A phone number that can belong to nobody: only ranges which the regulators reserve for fiction
 * (Ofcom 07700 900000-900999, NANPA 555-0100..0199, ARCEP 06 39 98 xx xx, PTS 070-174 06 05..99).
 */
export function fictionalNumber(country: SimulatedNetwork['country'], random: Random): string {
  if (country === 'GB') return `+447700900${padded(random.below(1000), 3)}`
  if (country === 'US') return `+1${random.pick(US_AREAS)}55501${padded(random.below(100), 2)}`
  if (country === 'FR') return `+3363998${padded(random.below(10_000), 4)}`
  return `+467017406${padded(5 + random.below(95), 2)}`
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
