import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { messageOptions } from '@/lib/client/messageOptions'
import { message } from '@/lib/queries/message'
import { MessageClient } from './client'

export const metadata: Metadata = { title: 'Message' }

export default async function MessagePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const found = await message(id)
  if (!found) notFound()
  const queryClient = createQueryClient()
  queryClient.setQueryData(messageOptions(id).queryKey, found)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MessageClient id={id} renderedAt={new Date().toISOString()} />
    </HydrationBoundary>
  )
}
