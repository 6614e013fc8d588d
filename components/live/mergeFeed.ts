import type { FeedItem } from '@/lib/contracts/message'
import { feedKey } from './feedWords'

/** Newest first, each receipt once, at most `most`. Receipts of one moment keep the order in which they were given. */
export function mergeFeed(newer: readonly FeedItem[], older: readonly FeedItem[], most: number): FeedItem[] {
  const byKey = new Map([...newer, ...older].map((item) => [feedKey(item), item]))
  return [...byKey.values()].sort((a, b) => compareText(b.receivedAt, a.receivedAt)).slice(0, most)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
