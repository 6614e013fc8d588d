/** Why a text did not land, in our words. Always shown beside the provider's own code. */
export const FAILURE_CLASSES = [
  'unreachable_handset',
  'invalid_number',
  'landline_or_incapable',
  'carrier_blocked',
  'recipient_blocked',
  'content_rejected',
  'sender_rejected',
  'expired',
  'throttled',
  'account_problem',
  'provider_error',
  'unknown',
] as const

export type FailureClass = (typeof FAILURE_CLASSES)[number]

/** Plain words for people who do not know what a "failure class" is. Never the provider's jargon. */
export const FAILURE_LABELS: Record<FailureClass, string> = {
  unreachable_handset: 'Phone off or out of reach',
  invalid_number: 'Number not in service',
  landline_or_incapable: 'Landline or not a mobile',
  carrier_blocked: 'Blocked by carrier',
  recipient_blocked: 'Recipient opted out or barred',
  content_rejected: 'Text or request refused',
  sender_rejected: 'Sender not accepted',
  expired: 'Not delivered in time',
  throttled: 'Sent too fast',
  account_problem: 'Account problem',
  provider_error: 'Provider or network error',
  unknown: 'Reason not given',
}
