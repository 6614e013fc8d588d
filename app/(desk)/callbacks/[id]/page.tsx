import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { callbackOptions } from '@/lib/client/callbackOptions'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { callback } from '@/lib/queries/callback'
import { CallbackClient } from './client'

export const metadata: Metadata = { title: 'Callback' }

export default async function CallbackPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const found = await callback(id)
  if (!found) notFound()
  const queryClient = createQueryClient()
  queryClient.setQueryData(callbackOptions(id).queryKey, found)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CallbackClient id={id} />
    </HydrationBoundary>
  )
}
