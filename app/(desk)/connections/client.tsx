'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useMemo, useState } from 'react'
import { AddConnectionDialog } from '@/components/connections/AddConnectionDialog'
import { type CareDialog, CareDialogs } from '@/components/connections/care/CareDialogs'
import { connectionState } from '@/components/connections/connectionState'
import { connectionsSentence } from '@/components/connections/connectionsSentence'
import { ConnectionsToolbar } from '@/components/connections/ConnectionsToolbar'
import { ConnectionTable } from '@/components/connections/ConnectionTable'
import { filterConnections } from '@/components/connections/filterConnections'
import { RemoveSamples } from '@/components/connections/RemoveSamples'
import { Screen } from '@/components/shell/Screen'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { useNow } from '@/components/ui/useNow'
import { connectionsActivityOptions } from '@/lib/client/connectionsActivityOptions'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { providersOptions } from '@/lib/client/providersOptions'
import type { Connection } from '@/lib/contracts/connection'
import { connectionsSearchParams } from './search-params'

/** From so many on a list is searched rather than read. */
const FILTER_FROM = 7
const BASIS = 'One connection is one account at one provider, with its own callback URL and secrets'

/** Who calls us back, how each of them is, and how to connect another one. */
export function ConnectionsClient({ renderedAt }: { renderedAt: string }) {
  const now = useNow(renderedAt, 5_000)
  const [{ add, ...filter }, setParams] = useQueryStates(connectionsSearchParams)
  const [care, setCare] = useState<CareDialog | null>(null)
  const { data, error, isPending, refetch } = useQuery(connectionsOptions())
  const providers = useQuery(providersOptions()).data?.items ?? []
  const activity = useQuery(connectionsActivityOptions())
  const activityOf = useMemo(() => new Map(activity.data?.items.map((item) => [item.id, item])), [activity.data])
  const connections = data?.items ?? []
  const stateOf = (connection: Connection) => connectionState(connection, activityOf.get(connection.id), now)
  const own = connections.filter((connection) => !connection.sample)
  const samples = connections.filter((connection) => connection.sample)
  const shown = filterConnections(own, filter, stateOf)
  const clear = () => void setParams({ q: null, provider: null, state: null })
  const addButton = (
    <Button variant="primary" onClick={() => void setParams({ add: 'choose' })}>
      <Plus size={15} aria-hidden /> Connect a provider
    </Button>
  )
  const table = { providers, activityOf, now, onCare: setCare }
  return (
    <Screen tools={own.length > 0 && addButton}>
      <Sentence
        parts={
          data
            ? connectionsSentence(connections, now, activityOf)
            : [{ text: 'Looking for connections…', tone: 'quiet' }]
        }
        sub={BASIS}
      />
      <ProblemNotice error={error ?? activity.error} onRetry={() => void refetch()} className="mb-3" />
      {isPending && <Skeleton className="h-40 w-full" />}
      {own.length >= FILTER_FROM && (
        <ConnectionsToolbar
          filter={filter}
          onChange={(patch) => void setParams(patch)}
          connections={own}
          providers={providers}
          stateOf={stateOf}
        />
      )}
      {data && (
        <section aria-label="Your connections" className="rounded-lg border border-line bg-surface">
          {own.length === 0 ? (
            <EmptyState title="Connect whoever sends your texts." action={addButton}>
              You get a URL to paste into the provider’s console. From then on it tells Landed about every text.
            </EmptyState>
          ) : shown.length === 0 ? (
            <EmptyState title="No connection matches." action={<Button onClick={clear}>Show all</Button>} />
          ) : (
            <ConnectionTable label="Connections" connections={shown} {...table} />
          )}
        </section>
      )}
      {samples.length > 0 && (
        <section aria-label="Sample connections" className="mt-4 rounded-lg border border-line bg-surface">
          <header className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5">
            <p className="text-sm text-ink-2">Sample traffic: made up by Landed, to look around with.</p>
            <span className="ml-auto">
              <RemoveSamples samples={samples} />
            </span>
          </header>
          <ConnectionTable label="Sample connections" connections={samples} {...table} />
        </section>
      )}
      <AddConnectionDialog adapter={add} onAdapter={(next) => void setParams({ add: next })} />
      <CareDialogs dialog={care} providers={providers} onClose={() => setCare(null)} />
    </Screen>
  )
}
