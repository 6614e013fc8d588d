import { quoteShort } from './cleanText'
import type { Parsed, Receipt, Unreadable } from './types'
import { UnreadableError } from './UnreadableError'

/**
 * No provider sends more than some thousands, and no more fit into the largest body that is taken, unless they are
 * empty.
 */
const MOST_ITEMS = 30_000

/**
 * Reads each item of a batch by itself, so that one bad item does not take the others with it.
 * `read` returns null for an item that asks for nothing (an inbound text). `ignored` says so when all of them do.
 * A batch that cannot be one (500,000 times "1,") is refused as a whole: judging it would hold up everybody else.
 */
export function collectReceipts<T>(items: readonly T[], read: (item: T) => Receipt | null, ignored: string): Parsed {
  if (items.length > MOST_ITEMS) return tooMany(items.length)
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

function tooMany(count: number): Parsed {
  const reason = `The batch has ${count} items; more than ${MOST_ITEMS} are not read.`
  return { receipts: [], unreadable: [{ code: 'malformed_body', reason, item: 0 }] }
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
