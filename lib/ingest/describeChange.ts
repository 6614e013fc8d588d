import { connectionById } from '@/lib/connections/directory'
import { MAX_NOTIFIED_RECEIPTS, type ChangePayload } from '@/lib/live/channel'
import { maskNumber } from '@/lib/numbers/maskNumber'
import type { Changes } from './Changes'
import { receiptKey } from './writeChanges'

/** What a commit changed, for live pages; the newest receipts first. Null when it changed nothing. */
export function describeChange(changes: Changes, duplicates: ReadonlySet<string>): ChangePayload | null {
  const stored = [...changes.receipts, ...changes.special].filter(
    ({ messageId, batch }) => !duplicates.has(receiptKey(messageId, batch.receipt.fingerprint)),
  )
  const fresh = [...changes.first, ...stored]
  if (fresh.length === 0 && changes.quarantine.length === 0) return null
  const arrivals = [...fresh.map(({ batch }) => batch.receivedAt), ...changes.quarantine.map((row) => row.receivedAt)]
  const newest = fresh.slice(-MAX_NOTIFIED_RECEIPTS).reverse()
  return {
    committedAt: new Date(arrivals.reduce((a, b) => Math.min(a, b))).toISOString(),
    receipts: fresh.length,
    quarantined: changes.quarantine.length,
    newest: newest.map(({ messageId, connectionId, batch }) => ({
      messageId: String(messageId),
      connection: connectionById(connectionId)?.name ?? '',
      recipient: maskNumber(batch.receipt.recipient),
      status: batch.receipt.status,
      failureClass: batch.receipt.failureClass,
      carrier: batch.receipt.carrier || null,
      receivedAt: new Date(batch.receivedAt).toISOString(),
    })),
  }
}
