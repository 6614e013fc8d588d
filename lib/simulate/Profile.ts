import type { Status } from '@/lib/status/status'

/** One statement in the life of a text, in the provider's own words. */
export interface Step {
  word: string
  status: Status
  code: string | null
  /** Time since the step before: log-normal, milliseconds. */
  medianMs: number
  sigma: number
}

/** One way that a text can go. */
export interface Life {
  weight: number
  steps: readonly Step[]
}

/** How texts go at one provider. Every code is one of its real ones. */
export interface Profile {
  senders: readonly string[]
  /** Texts that land. */
  landed: readonly Life[]
  /** Texts that do not. */
  failed: readonly Life[]
  /** Texts whose end nobody reports: they stay on the way, or the provider says that it does not know. */
  open: readonly Life[]
  /** A failure that a late "delivered" contradicts. */
  late: readonly Life[]
  messageId(hex: (digits: number) => string): string
}
