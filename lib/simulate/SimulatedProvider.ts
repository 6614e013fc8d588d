/** The providers that Landed can play, by adapter id. */
export const SIMULATED_PROVIDERS = ['twilio', 'vonage-sms', 'kannel', 'landed'] as const

export type SimulatedProvider = (typeof SIMULATED_PROVIDERS)[number]

/** What a simulated connection of this provider is called after. */
export const PROVIDER_NAMES: Record<SimulatedProvider, string> = {
  twilio: 'Twilio',
  'vonage-sms': 'Vonage',
  kannel: 'Kannel',
  landed: 'Landed',
}

/** True for the id of a provider that Landed can play. */
export function isSimulated(id: string): id is SimulatedProvider {
  return (SIMULATED_PROVIDERS as readonly string[]).includes(id)
}
