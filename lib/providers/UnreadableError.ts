import type { Unreadable, UnreadableCode } from './types'

/** Why one statement cannot be read. Stays inside an adapter: `collectReceipts` turns it into an `Unreadable`. */
export class UnreadableError extends Error {
  readonly code: UnreadableCode
  constructor(code: UnreadableCode, reason: string) {
    super(reason)
    this.name = 'UnreadableError'
    this.code = code
  }

  /** The entry for the Callbacks screen. `item` is the position in the batch, from 0. */
  toUnreadable(item: number): Unreadable {
    return { code: this.code, reason: this.message, item }
  }
}
