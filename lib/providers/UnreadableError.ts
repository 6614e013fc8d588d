import type { Unreadable, UnreadableCode } from './types'

/** Why one statement cannot be read. Stays inside an adapter: `collectReceipts` turns it into an `Unreadable`. */
export class UnreadableError extends Error {
  readonly code: UnreadableCode
  constructor(code: UnreadableCode, reason: string) {
    // It never leaves the adapter, so nobody reads its stack, and a list of 20,000 bad items would pay for each.
    const limit = Error.stackTraceLimit
    Error.stackTraceLimit = 0
    super(reason)
    Error.stackTraceLimit = limit
    this.name = 'UnreadableError'
    this.code = code
  }

  /** The entry for the Callbacks screen. `item` is the position in the batch, from 0. */
  toUnreadable(item: number): Unreadable {
    return { code: this.code, reason: this.message, item }
  }
}
