import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { providersOptions } from '@/lib/client/providersOptions'
import { listConnections } from '@/lib/connections/listConnections'
import { providers } from '@/lib/queries/providers'
import { ConnectionsClient } from './client'

export const metadata: Metadata = { title: 'Connections' }

export default async function ConnectionsPage() {
  const queryClient = createQueryClient()
  queryClient.setQueryData(providersOptions().queryKey, providers())
  await queryClient.prefetchQuery({
    ...connectionsOptions(),
    queryFn: async () => ({ items: await listConnections() }),
  })
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ConnectionsClient renderedAt={new Date().toISOString()} />
    </HydrationBoundary>
  )
}
