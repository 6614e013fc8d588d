import type { FailureClass } from '@/lib/status/failureClass'

/** What each reason means, as one sentence for somebody who has never heard of an SMSC. */
export const CLASS_SENTENCES: Record<FailureClass, string> = {
  unreachable_handset: 'The phone was off, out of coverage or could not take texts at that moment.',
  invalid_number: 'No phone answers to this number: it was mistyped, or it is no longer in service.',
  landline_or_incapable: 'The number belongs to a landline or to a device that cannot receive this kind of text.',
  carrier_blocked: 'The mobile network stopped the text, mostly because its filter took it for spam.',
  recipient_blocked: 'The person, or their contract, does not accept texts from this sender.',
  content_rejected: 'The text, or the request to send it, was not acceptable: its words, links, template or form.',
  sender_rejected: 'The sender’s name or number is not allowed, or not registered, for this destination.',
  expired: 'The networks tried until the time allowed for the text was over.',
  throttled: 'More was sent at once than the provider or the network allows.',
  account_problem: 'Something in our account at the provider forbade it: money, a limit, a setting or a country.',
  provider_error: 'Something went wrong inside the provider’s or a carrier’s systems.',
  unknown: 'The provider says that it did not arrive, but not why.',
}
