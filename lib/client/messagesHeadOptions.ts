import { type QueryKey, queryOptions } from '@tanstack/react-query'
import { messageList } from '@/lib/contracts/message'
import { api } from './api'
import { filterOfMessages } from './filterOfMessages'
import type { MessagesFilter } from './messagesHref'
import { MESSAGES_PAGE } from './messagesOptions'
import { LIVE_KEY } from './refreshLiveQueries'

/** The first page of a filter as it is now: tells what is new without touching the rows on the screen. */
export function messagesHeadOptions(filter: MessagesFilter) {
  const query = filterOfMessages(filter)
  return queryOptions({
    queryKey: [LIVE_KEY, 'messages', query] as QueryKey,
    queryFn: ({ signal }) => api(messageList, '/messages', { query: { ...query, limit: MESSAGES_PAGE }, signal }),
  })
}
