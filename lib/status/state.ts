import type { Status } from './status'

/** The four states that a person sees; each has its own mark and colour. */
export const STATES = ['delivered', 'failed', 'unconfirmed', 'pending'] as const
export type State = (typeof STATES)[number]

/**
 * The statuses behind each state. Settled = delivered + failed.
 * `unknown` is unconfirmed: the provider itself says that it will not learn the outcome.
 */
export const STATUSES_OF_STATE: Record<State, readonly Status[]> = {
  delivered: ['delivered', 'read'],
  failed: ['expired', 'rejected', 'failed', 'undelivered'],
  unconfirmed: ['unknown'],
  pending: ['queued', 'sending', 'sent'],
}

const STATE_OF_STATUS = Object.fromEntries(
  STATES.flatMap((state) => STATUSES_OF_STATE[state].map((status) => [status, state])),
) as Record<Status, State>

/** The state that a status is shown as. */
export function stateOf(status: Status): State {
  return STATE_OF_STATUS[status]
}
