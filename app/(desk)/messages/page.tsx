import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { filterOfMessages } from '@/lib/client/filterOfMessages'
import { MESSAGES_PAGE, messagesOptions } from '@/lib/client/messagesOptions'
import { messageListQuery } from '@/lib/contracts/message'
import { messages } from '@/lib/queries/messages'
import { MessagesClient } from './client'
import { loadMessagesSearchParams, toMessagesFilter } from './search-params'

export const metadata: Metadata = { title: 'Messages' }

export default async function MessagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filter = toMessagesFilter(await loadMessagesSearchParams(searchParams))
  const query = messageListQuery.safeParse({ ...filterOfMessages(filter), limit: MESSAGES_PAGE })
  const queryClient = createQueryClient()
  // What cannot be parsed or read here is asked again by the browser, which shows the server's words about it.
  if (query.success)
    await queryClient.prefetchInfiniteQuery({ ...messagesOptions(filter), queryFn: () => messages(query.data) })
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MessagesClient renderedAt={new Date().toISOString()} />
    </HydrationBoundary>
  )
}
