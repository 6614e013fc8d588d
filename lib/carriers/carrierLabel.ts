import carriers from './carriers.json'

const NAMES: Readonly<Record<string, string>> = carriers.names

/** What their own customers call the big ones, where the list is unclear, outdated or names only the registered brand. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  '20404': 'Vodafone NL',
  '20408': 'KPN',
  '20416': 'Odido',
  '20420': 'Odido',
  '20801': 'Orange France',
  '20815': 'Free Mobile',
  '20820': 'Bouygues Telecom',
  '21401': 'Vodafone Spain',
  '21403': 'Orange Spain',
  '22201': 'TIM',
  '22210': 'Vodafone Italy',
  '23402': 'O2 UK',
  '23410': 'O2 UK',
  '23411': 'O2 UK',
  '23420': 'Three UK',
  '26201': 'Telekom Deutschland',
  '26202': 'Vodafone Germany',
  '26203': 'O2 Germany',
  '26207': 'O2 Germany',
  '27201': 'Vodafone Ireland',
  '27202': 'Three Ireland',
  '27203': 'Eir',
  '27205': 'Three Ireland',
  '302220': 'Telus',
  '302610': 'Bell',
  '302720': 'Rogers',
  '310260': 'T-Mobile US',
  '310410': 'AT&T',
  '311480': 'Verizon',
  '40410': 'Airtel India',
  '40445': 'Airtel India',
}

/** Shown where nothing is known about the carrier. */
export const UNKNOWN_CARRIER = 'Unknown carrier'

/**
 * The name to show for a carrier as `message.carrier` holds it: an MCC-MNC ("23410" → "O2 UK"), "" or "none" where
 * nothing is known, else the provider's own name of it, which passes through. Only complete codes are looked up: a
 * five-digit code can be the beginning of another network's six-digit code.
 */
export function carrierLabel(carrier: string): string {
  if (carrier === '' || carrier === 'none') return UNKNOWN_CARRIER
  if (!/^\d{5,6}$/.test(carrier)) return carrier
  return OWN_NAMES[carrier] ?? NAMES[carrier] ?? `${UNKNOWN_CARRIER} (${carrier})`
}
