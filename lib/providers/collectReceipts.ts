import { quoteShort } from './cleanText'
import type { Parsed, Receipt, Unreadable } from './types'
import { UnreadableError } from './UnreadableError'

/**
 * No provider sends more than some thousands, and no more fit into the largest body that is taken, unless they are
 * empty.
 */
const MOST_ITEMS = 30_000

/** No provider sends so many bad items that each could tell a person something new. */
const MOST_UNREADABLE = 1000

/**
 * Reads each item of a batch by itself, so that one bad item does not take the others with it. Of more than 1000 bad
 * items the rest is counted in one statement; the callback keeps them all.
 * `read` returns null for an item that asks for nothing (an inbound text). `ignored` says so when all of them do.
 * A batch that cannot be one (500,000 times "1,") is refused as a whole: judging it would hold up everybody else.
 */
export function collectReceipts<T>(items: readonly T[], read: (item: T) => Receipt | null, ignored: string): Parsed {
  if (items.length > MOST_ITEMS) return tooMany(items.length)
  const parsed: Parsed = { receipts: [], unreadable: [] }
  let more = 0
  items.forEach((item, index) => {
    try {
      const receipt = read(item)
      if (receipt?.unrecognised) parsed.unreadable.push(unknownStatus(receipt, index))
      else if (receipt) parsed.receipts.push(receipt)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      if (parsed.unreadable.length < MOST_UNREADABLE) parsed.unreadable.push(error.toUnreadable(index))
      else more += 1
    }
  })
  if (more > 0) parsed.unreadable.push(manyMore(more, items.length - 1))
  if (parsed.receipts.length === 0 && parsed.unreadable.length === 0) parsed.ignored = ignored
  return parsed
}

function tooMany(count: number): Parsed {
  const reason = `The batch has ${count} items; more than ${MOST_ITEMS} are not read.`
  return { receipts: [], unreadable: [{ code: 'malformed_body', reason, item: 0 }] }
}

function manyMore(count: number, item: number): Unreadable {
  const reason = `${count.toLocaleString('en-GB')} more items of this list cannot be read.`
  return { code: 'malformed_body', reason, item }
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
