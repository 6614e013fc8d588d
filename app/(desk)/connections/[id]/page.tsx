import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { SearchParams } from 'nuqs/server'
import { connectionActivityOptions } from '@/lib/client/connectionActivityOptions'
import { connectionOptions } from '@/lib/client/connectionOptions'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { providersOptions } from '@/lib/client/providersOptions'
import { readConnection } from '@/lib/connections/listConnections'
import { connectionActivity } from '@/lib/queries/connectionActivity'
import { providers } from '@/lib/queries/providers'
import { ConnectionClient } from './client'
import { loadConnectionSearchParams } from './search-params'

export const metadata: Metadata = { title: 'Connection' }

interface ConnectionPageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<SearchParams>
}

export default async function ConnectionPage({ params, searchParams }: ConnectionPageProps) {
  const { id } = await params
  const { range } = await loadConnectionSearchParams(searchParams)
  const found = await readConnection(id)
  if (!found) notFound()
  const now = new Date()
  const queryClient = createQueryClient()
  queryClient.setQueryData(connectionOptions(id).queryKey, found)
  queryClient.setQueryData(providersOptions().queryKey, providers())
  await queryClient.prefetchQuery({
    ...connectionActivityOptions(id, range),
    queryFn: () => connectionActivity(id, range, now.getTime()),
  })
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ConnectionClient id={id} renderedAt={now.toISOString()} />
    </HydrationBoundary>
  )
}
