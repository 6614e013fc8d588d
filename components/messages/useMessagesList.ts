'use client'

import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import { messagesHeadOptions } from '@/lib/client/messagesHeadOptions'
import { messagesOptions } from '@/lib/client/messagesOptions'
import type { MessageList } from '@/lib/contracts/message'
import { findFresh, refreshShown } from './mergeNewest'

type Pages = InfiniteData<MessageList, string | null>

/**
 * The rows of a filter, which stand still while somebody reads them, and beside them what is new. Rows that are shown
 * get their new state in place; new rows wait until `showFresh`.
 */
export function useMessagesList(filter: MessagesFilter) {
  const queryClient = useQueryClient()
  const options = messagesOptions(filter)
  const list = useInfiniteQuery(options)
  const ready = list.isSuccess && !list.isPlaceholderData
  const first = ready ? list.data.pages[0] : undefined
  const head = useQuery({
    ...messagesHeadOptions(filter),
    enabled: ready,
    ...(first ? { initialData: first, initialDataUpdatedAt: Date.parse(first.asOf) } : {}),
  })
  const shown = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])

  useEffect(() => {
    if (!head.data || !ready) return
    queryClient.setQueryData<Pages>(options.queryKey, (pages) => pages && refreshShown(pages, head.data))
    // The key follows the filter, and so does the head.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [head.data, ready, queryClient])

  const showFresh = () => {
    if (!head.data) return
    queryClient.setQueryData<Pages>(options.queryKey, { pages: [head.data], pageParams: [null] })
    window.scrollTo({ top: 0 })
  }
  return { list, head, shown, ...findFresh(shown, ready ? head.data : undefined), showFresh }
}
