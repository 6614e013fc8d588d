import { STATUS_WORDS } from '@/components/ui/stateWords'
import type { FeedItem } from '@/lib/contracts/message'
import { FAILURE_LABELS } from '@/lib/status/failureClass'

/** What one receipt said, in plain words: the reason where it failed for a known one. */
export function feedWords({ status, failureClass }: FeedItem): string {
  return failureClass && failureClass !== 'unknown' ? FAILURE_LABELS[failureClass] : STATUS_WORDS[status]
}

/** What tells two receipts of the feed apart. */
export function feedKey(item: FeedItem): string {
  return `${item.messageId} ${item.receivedAt} ${item.status} ${item.failureClass ?? ''}`
}
