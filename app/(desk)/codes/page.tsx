import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { newCodesOptions } from '@/lib/client/newCodesOptions'
import { rejudgeJobsOptions } from '@/lib/client/rejudgeJobsOptions'
import { listJobs } from '@/lib/dictionary/jobs'
import { newCodes } from '@/lib/dictionary/newCodes'
import { CodesClient } from './client'

export const metadata: Metadata = { title: 'Codes' }

const withTime = async <Items,>(items: Promise<Items>) => ({ asOf: new Date().toISOString(), items: await items })

export default async function CodesPage() {
  const queryClient = createQueryClient()
  // The dictionary itself is too big to be sent with every page: the browser keeps it.
  await Promise.all([
    queryClient.prefetchQuery({ ...newCodesOptions(), queryFn: () => withTime(newCodes()) }),
    queryClient.prefetchQuery({ queryKey: rejudgeJobsOptions().queryKey, queryFn: () => withTime(listJobs()) }),
  ])
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CodesClient renderedAt={new Date().toISOString()} />
    </HydrationBoundary>
  )
}
