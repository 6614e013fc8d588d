import type { Message, MessageDetail } from '@/lib/contracts/message'
import { formatNumber } from '@/lib/format/formatNumber'
import { countryName } from './countryName'

export interface Fact {
  label: string
  value: string
  /** Ids and codes, which are copied rather than read. */
  mono?: boolean
}

/** A message, with its receipts where they are at hand. */
type Facts = Message & Partial<Pick<MessageDetail, 'receipts'>>

/** What is known about a message, in the order in which people ask for it. What is not known is left out. */
export function messageFacts(message: Facts): Fact[] {
  const facts: (Fact | null)[] = [
    fact('Recipient', message.recipient && formatNumber(message.recipient), true),
    fact('Sender', message.sender, true),
    fact('Route', message.route, true),
    fact('Carrier', message.carrier?.label),
    fact('Country', message.country && countryName(message.country)),
    fact('Purpose', message.purpose),
    fact('Location', message.location),
    fact('Campaign', message.campaign),
    fact('Parts', parts(message)),
    fact('Price', price(message)),
    fact('Your reference', message.clientReference, true),
    fact('Provider’s id', message.providerMessageId, true),
  ]
  return facts.filter((each) => each !== null)
}

/** Where the parts are reported one by one, how many of them landed. */
function parts({ segments, parts: reported, receipts }: Facts): string | null {
  if (reported === null) return segments === null ? null : String(segments)
  const landed = new Set(receipts?.flatMap(({ part, state }) => (state === 'delivered' && part !== null ? [part] : [])))
  return receipts ? `${landed.size} of ${reported} landed` : String(reported)
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
