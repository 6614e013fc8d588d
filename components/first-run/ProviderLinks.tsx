'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Skeleton } from '@/components/ui/Skeleton'
import { providersOptions } from '@/lib/client/providersOptions'

/** Every provider that can be connected, each leading to its form. */
export function ProviderLinks() {
  const { data, error, refetch } = useQuery(providersOptions())
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-40 w-full" />
  return (
    <ul className="grid gap-1.5 sm:grid-cols-2">
      {data.items.map(({ id, name }) => (
        <li key={id}>
          <Link
            href={`/connections?add=${encodeURIComponent(id)}`}
            className="flex h-10 items-center justify-between rounded-md border border-line px-3 font-medium hover:border-line-strong hover:bg-sunken"
          >
            {name}
            <ChevronRight size={16} aria-hidden className="text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
