import type { InfiniteData } from '@tanstack/react-query'

/** One page of any list of the API. */
export interface Page<Item> {
  asOf: string
  items: Item[]
  nextCursor: string | null
}
export type Pages<Item> = InfiniteData<Page<Item>, string | null>

interface Identified {
  id: string
}

/** What a fresh first page says about the rows on the screen. */
export interface Newest<Item> {
  /** Rows that are not on the screen yet, newest first. */
  fresh: Item[]
  /** True when not one row of the fresh page was on the screen: there may be more new rows than it holds. */
  atLeast: boolean
}

/** The rows of a fresh first page that the shown rows lack. */
export function findFresh<Item extends Identified>(shown: readonly Item[], head: Page<Item> | undefined): Newest<Item> {
  if (!head || head.items.length === 0) return { fresh: [], atLeast: false }
  const known = new Set(shown.map((item) => item.id))
  const fresh = head.items.filter((item) => !known.has(item.id))
  return { fresh, atLeast: fresh.length === head.items.length && head.nextCursor !== null && shown.length > 0 }
}

/**
 * Puts the new truth of rows that are already on the screen in their place; adds and moves nothing, so nothing jumps.
 * Returns the same object when nothing changed.
 */
export function refreshShown<Item extends Identified>(
  pages: Pages<Item>,
  head: Page<Item>,
  hasChanged: (old: Item, now: Item) => boolean,
): Pages<Item> {
  const byId = new Map(head.items.map((item) => [item.id, item]))
  let changed = false
  const next = pages.pages.map((page) => ({
    ...page,
    items: page.items.map((old) => {
      const now = byId.get(old.id)
      if (!now || !hasChanged(old, now)) return old
      changed = true
      return now
    }),
  }))
  return changed ? { ...pages, pages: next } : pages
}
