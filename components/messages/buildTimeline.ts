import type { MessageDetail, Receipt } from '@/lib/contracts/message'

/** One receipt on the timeline of a message, with what a reader needs to judge it. Times in ms since 1970 UTC. */
export interface TimelineEntry {
  receipt: Receipt
  /** Arrival here minus the provider's time; null when the provider gives no time. Negative: the clocks disagree. */
  lagMs: number | null
  /** True when it happened, by the provider's clock, before something that had already arrived. */
  late: boolean
  /** True when it says the opposite of what was decided: delivered against failed. Other parts of a text may differ. */
  contradicts: boolean
}

/**
 * The receipts of a message, oldest arrival first: our own clock is the only one that every receipt has.
 * Provider times are never used to sort, so a provider without times or with a wrong clock cannot shuffle the list.
 */
export function buildTimeline(message: Pick<MessageDetail, 'receipts' | 'state' | 'contradicted'>): TimelineEntry[] {
  const receipts = [...message.receipts].sort(byArrival)
  let newest = -Infinity
  return receipts.map((receipt) => {
    const occurredAt = receipt.occurredAt === null ? null : Date.parse(receipt.occurredAt)
    const late = occurredAt !== null && occurredAt < newest
    if (occurredAt !== null && occurredAt > newest) newest = occurredAt
    return {
      receipt,
      lagMs: occurredAt === null ? null : Date.parse(receipt.receivedAt) - occurredAt,
      late,
      contradicts: opposite(receipt.state, message.state) && (receipt.part === null || message.contradicted),
    }
  })
}

function byArrival(a: Receipt, b: Receipt): number {
  return (
    Date.parse(a.receivedAt) - Date.parse(b.receivedAt) ||
    Number(a.decides) - Number(b.decides) ||
    (a.fingerprint < b.fingerprint ? -1 : 1)
  )
}

function opposite(a: Receipt['state'], b: Receipt['state']): boolean {
  return (a === 'delivered' && b === 'failed') || (a === 'failed' && b === 'delivered')
}
