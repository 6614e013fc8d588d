import type { Status } from '@/lib/status/status'

/** One statement of a played provider about one text, before it is written in that provider's format. */
export interface SimulatedCallback {
  /** The provider's id of the message, in the provider's own shape. */
  messageId: string
  /** The sender's own reference. */
  reference: string
  /** E.164, from a range reserved for fiction. */
  recipient: string
  sender: string
  /** The provider's own word (Kannel: the receipt word of the SMSC, "ACK" or "NACK"). */
  word: string
  /** What that word means in Landed's terms: the expectation that the result is compared with. */
  status: Status
  /** The provider's own code; null without one. */
  code: string | null
  /** By the provider's clock, whole seconds, ms since 1970 UTC. Twilio does not send it. */
  occurredAt: number
  /** When the provider took the text, ms since 1970 UTC, whole seconds. */
  submittedAt: number
  /** Unique per statement: nonce, webhook id or report id. A retry repeats it. */
  eventId: string
  /** MCC and MNC joined. */
  network: string
  segments: number
  /** Price per segment, decimal text in EUR. */
  price: string
  purpose: string
  location: string
  campaign: string | null
}

/** A callback with the moment at which its provider calls. */
export interface PlannedCallback {
  /** Milliseconds after the start of the run. */
  afterMs: number
  /** Position of its message in the plan, from 0. */
  message: number
  /** True when the provider says again what it said before. */
  duplicate: boolean
  callback: SimulatedCallback
}
