'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Skeleton } from '@/components/ui/Skeleton'
import { readMappingEffect } from '@/lib/client/changeMapping'
import type { MappingDraft } from '@/lib/contracts/mapping'
import { effectLines } from './effectLines'

/** What switching on would do to the messages that are there already. */
export function EffectView({ connection, draft }: { connection: string; draft: MappingDraft }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['mapping-effect', connection, draft],
    queryFn: ({ signal }) => readMappingEffect(connection, draft, signal),
    staleTime: 0,
    gcTime: 0,
  })
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton className="h-10 w-full" />
  return (
    <ul className="grid gap-1" aria-label="What becomes of stored messages">
      {effectLines(data.effect).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
