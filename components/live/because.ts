import type { FailureClass } from '@/lib/status/failureClass'

/** Each reason as the end of "… did not land, mostly because". Null where no reason was given: then none is claimed. */
export const BECAUSE: Record<FailureClass, string | null> = {
  unreachable_handset: 'the phone was off or out of reach',
  invalid_number: 'the number is not in service',
  landline_or_incapable: 'the number cannot receive texts',
  carrier_blocked: 'the carrier blocked them',
  recipient_blocked: 'the recipient opted out or is barred',
  content_rejected: 'the text or request was refused',
  sender_rejected: 'the sender was not accepted',
  expired: 'they were not delivered in time',
  throttled: 'they were sent too fast',
  account_problem: 'of a problem with the account',
  provider_error: 'of an error at the provider or network',
  unknown: null,
}
