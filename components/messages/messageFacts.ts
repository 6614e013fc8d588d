import type { Message } from '@/lib/contracts/message'
import { formatNumber } from '@/lib/format/formatNumber'
import { countryName } from './countryName'

export interface Fact {
  label: string
  value: string
  /** Ids and codes, which are copied rather than read. */
  mono?: boolean
}

/** What is known about a message, in the order in which people ask for it. What is not known is left out. */
export function messageFacts(message: Message): Fact[] {
  const facts: (Fact | null)[] = [
    fact('Recipient', message.recipient && formatNumber(message.recipient), true),
    fact('Sender', message.sender, true),
    fact('Carrier', message.carrier?.label),
    fact('Country', message.country && countryName(message.country)),
    fact('Purpose', message.purpose),
    fact('Location', message.location),
    fact('Campaign', message.campaign),
    fact('Parts', message.segments === null ? null : String(message.segments)),
    fact('Price', price(message)),
    fact('Your reference', message.clientReference, true),
    fact('Provider’s id', message.providerMessageId, true),
  ]
  return facts.filter((each) => each !== null)
}

function fact(label: string, value: string | null | undefined, mono = false): Fact | null {
  return value ? { label, value, ...(mono ? { mono } : {}) } : null
}

/** As the provider wrote it: converting a price of six decimals to a number would round it. */
function price({ price: amount, currency }: Message): string | null {
  if (amount === null) return null
  const trimmed = amount.includes('.') ? amount.replace(/0+$/, '').replace(/\.$/, '') : amount
  return currency ? `${trimmed} ${currency}` : trimmed
}
