import { quoteShort } from './cleanText'
import type { Parsed, Receipt, Unreadable } from './types'
import { UnreadableError } from './UnreadableError'

/**
 * Reads each item of a batch by itself, so that one bad item does not take the others with it.
 * `read` returns null for an item that asks for nothing (an inbound text). `ignored` says so when all of them do.
 */
export function collectReceipts<T>(items: readonly T[], read: (item: T) => Receipt | null, ignored: string): Parsed {
  const parsed: Parsed = { receipts: [], unreadable: [] }
  items.forEach((item, index) => {
    try {
      const receipt = read(item)
      if (receipt?.unrecognised) parsed.unreadable.push(unknownStatus(receipt, index))
      else if (receipt) parsed.receipts.push(receipt)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      parsed.unreadable.push(error.toUnreadable(index))
    }
  })
  if (parsed.receipts.length === 0 && parsed.unreadable.length === 0) parsed.ignored = ignored
  return parsed
}

function unknownStatus(receipt: Receipt, item: number): Unreadable {
  const reason = `The status ${quoteShort(receipt.rawStatus)} is not a known one.`
  return { code: 'unknown_status', reason, item, receipt }
}

/** Runs a whole `parse`; what it throws as UnreadableError becomes the one unreadable statement of the callback. */
export function parseOrUnreadable(parse: () => Parsed): Parsed {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return { receipts: [], unreadable: [error.toUnreadable(0)] }
  }
}
