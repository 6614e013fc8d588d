import type { SimulatedNetwork } from './networks'
import type { Random } from './random'

const PURPOSES = [
  { value: 'reminder', weight: 52 },
  { value: 'code', weight: 26 },
  { value: 'promotion', weight: 14 },
  { value: 'notice', weight: 8 },
] as const
const LOCATIONS: Record<SimulatedNetwork['country'], readonly string[]> = {
  GB: ['Leeds', 'York', 'Bath', 'Cardiff'],
  US: ['Boston', 'Portland'],
  FR: ['Lyon'],
  SE: ['Malmö'],
}
const CAMPAIGNS = ['autumn-checkup', 'loyalty-week', 'new-opening-hours'] as const
const PRICES: Record<SimulatedNetwork['country'], string> = { GB: '0.0333', US: '0.0079', FR: '0.0656', SE: '0.0520' }
const SEGMENTS = [
  { value: 1, weight: 82 },
  { value: 2, weight: 15 },
  { value: 3, weight: 3 },
] as const

/** Why, from where and at what price a text was sent: what only the sender's own system can say. */
export function labels(network: SimulatedNetwork, random: Random) {
  const purpose = random.weighted(PURPOSES).value
  return {
    purpose,
    location: random.pick(LOCATIONS[network.country]),
    campaign: purpose === 'promotion' ? random.pick(CAMPAIGNS) : null,
    segments: random.weighted(SEGMENTS).value,
    price: PRICES[network.country],
  }
}
