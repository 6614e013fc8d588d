'use client'

import {
  type InfiniteData,
  type QueryKey,
  useInfiniteQuery,
  type UseInfiniteQueryOptions,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
} from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { findFresh, type Page, type Pages, refreshShown } from './steadyPages'

interface SteadyListOptions<Item> {
  /** The pages on the screen. */
  list: UseInfiniteQueryOptions<Page<Item>, Error, InfiniteData<Page<Item>>, QueryKey, string | null>
  /** The first page as it is now; a live query of the same filter. */
  head: UseQueryOptions<Page<Item>, Error, Page<Item>>
  /** True when a row says something else than before. */
  hasChanged: (old: Item, now: Item) => boolean
}

/**
 * A list that stands still while somebody reads it. Rows that are shown get their new state in place; new rows wait in
 * `fresh` until `showFresh` is called.
 */
export function useSteadyList<Item extends { id: string }>(options: SteadyListOptions<Item>) {
  const queryClient = useQueryClient()
  const list = useInfiniteQuery(options.list)
  const ready = list.isSuccess && !list.isPlaceholderData
  const first = ready ? list.data.pages[0] : undefined
  const head = useQuery({
    ...options.head,
    enabled: ready,
    ...(first ? { initialData: first, initialDataUpdatedAt: Date.parse(first.asOf) } : {}),
  })
  const shown = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const { hasChanged } = options
  const { queryKey } = options.list

  useEffect(() => {
    const now = head.data
    if (now && ready)
      queryClient.setQueryData<Pages<Item>>(queryKey, (pages) => pages && refreshShown(pages, now, hasChanged))
    // The key is new at every render but means the same as long as the head is of the same filter.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [head.data, ready, queryClient, hasChanged])

  const showFresh = () => {
    if (!head.data) return
    queryClient.setQueryData<Pages<Item>>(queryKey, { pages: [head.data], pageParams: [null] })
    window.scrollTo({ top: 0 })
  }
  return { list, head, shown, ...findFresh(shown, ready ? head.data : undefined), showFresh }
}
