import { infiniteQueryOptions, keepPreviousData, type QueryKey } from '@tanstack/react-query'
import { messageList } from '@/lib/contracts/message'
import { api } from './api'
import { filterOfMessages } from './filterOfMessages'
import type { MessagesFilter } from './messagesHref'

export const MESSAGES_PAGE = 50

/**
 * The messages of a filter, page by page, newest first. Deliberately not a live query: rows that somebody reads must
 * not move. `messagesHeadOptions` follows the news instead.
 */
export function messagesOptions(filter: MessagesFilter) {
  const query = filterOfMessages(filter)
  return infiniteQueryOptions({
    queryKey: ['messages', query] as QueryKey,
    queryFn: ({ pageParam, signal }) =>
      api(messageList, '/messages', { query: { ...query, limit: MESSAGES_PAGE, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    // Fetching every loaded page again would move the rows; only "show" and a new filter do that.
    staleTime: Infinity,
  })
}
