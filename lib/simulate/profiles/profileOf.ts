import type { Profile } from '../Profile'
import type { SimulatedProvider } from '../SimulatedProvider'
import { kannelProfile } from './kannel'
import { landedProfile } from './landed'
import { twilioProfile } from './twilio'
import { vonageSmsProfile } from './vonageSms'

const PROFILES: Record<SimulatedProvider, Profile> = {
  twilio: twilioProfile,
  'vonage-sms': vonageSmsProfile,
  kannel: kannelProfile,
  landed: landedProfile,
}

/** How texts go at a provider: its words, codes, delays and shares. */
export function profileOf(provider: SimulatedProvider): Profile {
  return PROFILES[provider]
}
