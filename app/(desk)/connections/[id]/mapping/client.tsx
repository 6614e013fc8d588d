'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryState } from 'nuqs'
import { FirstCallback } from '@/components/connections/FirstCallback'
import { MappingEditor } from '@/components/mapping/MappingEditor'
import { Screen } from '@/components/shell/Screen'
import { BackLink } from '@/components/ui/BackLink'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Skeleton } from '@/components/ui/Skeleton'
import { mappingOptions } from '@/lib/client/mappingOptions'
import { mappingSearchParams } from './search-params'

/** The mapping of one connection: how callbacks of a provider without an adapter are proved and read. */
export function MappingClient({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(mappingOptions(id))
  const [step, setStep] = useQueryState('step', mappingSearchParams.step)
  return (
    <Screen>
      <BackLink href="/connections">Connections</BackLink>
      <ProblemNotice error={error} onRetry={() => void refetch()} className="mt-3" />
      {data ? (
        <MappingEditor
          mapping={data}
          step={step}
          onStep={(next) => void setStep(next)}
          after={<FirstCallback connection={id} />}
        />
      ) : (
        !error && <Skeleton className="mt-6 h-64 w-full" />
      )}
    </Screen>
  )
}
