import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { mappingOptions } from '@/lib/client/mappingOptions'
import { findMapping } from '@/lib/mapping/describeMapping'
import { MappingClient } from './client'

export const metadata: Metadata = { title: 'Mapping' }

export default async function MappingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const mapping = await findMapping(id)
  if (!mapping) notFound()
  const queryClient = createQueryClient()
  queryClient.setQueryData(mappingOptions(id).queryKey, mapping)
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MappingClient id={id} />
    </HydrationBoundary>
  )
}
