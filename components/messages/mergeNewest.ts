import type { InfiniteData } from '@tanstack/react-query'
import type { Message, MessageList } from '@/lib/contracts/message'

export type MessagePages = InfiniteData<MessageList, string | null>

/** What a fresh first page says about the rows on the screen. */
export interface Newest {
  /** Rows that are not on the screen yet, newest first. */
  fresh: Message[]
  /** True when not one row of the fresh page was on the screen: there may be more new rows than it holds. */
  atLeast: boolean
}

/** The rows of a fresh first page that the shown pages lack. */
export function findFresh(shown: readonly Message[], head: MessageList | undefined): Newest {
  if (!head || head.items.length === 0) return { fresh: [], atLeast: false }
  const known = new Set(shown.map((message) => message.id))
  const fresh = head.items.filter((message) => !known.has(message.id))
  return { fresh, atLeast: fresh.length === head.items.length && shown.length > 0 }
}

/**
 * Puts the new truth of rows that are already on the screen in their place; adds and moves nothing, so nothing jumps.
 * Returns the same object when nothing changed.
 */
export function refreshShown(pages: MessagePages, head: MessageList): MessagePages {
  const byId = new Map(head.items.map((message) => [message.id, message]))
  let changed = false
  const next = pages.pages.map((page) => ({
    ...page,
    items: page.items.map((old) => {
      const now = byId.get(old.id)
      if (!now || now.lastReceivedAt === old.lastReceivedAt) return old
      changed = true
      return now
    }),
  }))
  return changed ? { ...pages, pages: next } : pages
}
