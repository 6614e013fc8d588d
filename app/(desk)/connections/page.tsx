import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { connectionsActivityOptions } from '@/lib/client/connectionsActivityOptions'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { providersOptions } from '@/lib/client/providersOptions'
import { listConnections } from '@/lib/connections/listConnections'
import { connectionsActivity } from '@/lib/queries/connectionsActivity'
import { providers } from '@/lib/queries/providers'
import { ConnectionsClient } from './client'

export const metadata: Metadata = { title: 'Connections' }

export default async function ConnectionsPage() {
  const now = new Date()
  const queryClient = createQueryClient()
  queryClient.setQueryData(providersOptions().queryKey, providers())
  await Promise.all([
    queryClient.prefetchQuery({
      ...connectionsOptions(),
      queryFn: async () => ({ items: await listConnections() }),
    }),
    queryClient.prefetchQuery({
      ...connectionsActivityOptions(),
      queryFn: async () => ({ asOf: now.toISOString(), items: await connectionsActivity(now.getTime()) }),
    }),
  ])
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ConnectionsClient renderedAt={now.toISOString()} />
    </HydrationBoundary>
  )
}
