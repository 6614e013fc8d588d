'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useQueryStates } from 'nuqs'
import { useState } from 'react'
import { AddConnectionDialog } from '@/components/connections/AddConnectionDialog'
import { ConnectionItem } from '@/components/connections/ConnectionItem'
import { connectionsSentence } from '@/components/connections/connectionsSentence'
import { RemoveConnectionDialog } from '@/components/connections/RemoveConnectionDialog'
import { RemoveSamples } from '@/components/connections/RemoveSamples'
import { Screen } from '@/components/shell/Screen'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { useNow } from '@/components/ui/useNow'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { providersOptions } from '@/lib/client/providersOptions'
import { openQuarantineOptions } from '@/lib/client/openQuarantineOptions'
import type { Callback } from '@/lib/contracts/callback'
import type { Connection } from '@/lib/contracts/connection'
import { connectionsSearchParams } from './search-params'

/** Who calls us back, when they last did, and how to connect another one. */
export function ConnectionsClient({ renderedAt }: { renderedAt: string }) {
  const now = useNow(renderedAt)
  const [{ add }, setParams] = useQueryStates(connectionsSearchParams)
  const [removing, setRemoving] = useState<Connection | null>(null)
  const { data, error, isPending, refetch } = useQuery(connectionsOptions())
  const providers = useQuery(providersOptions())
  const open = useQuery(openQuarantineOptions())
  const waiting = countByConnection(open.data?.items ?? [])
  const connections = data?.items ?? []
  const own = connections.filter((connection) => !connection.sample)
  const samples = connections.filter((connection) => connection.sample)
  const addButton = (
    <Button variant="primary" onClick={() => void setParams({ add: 'choose' })}>
      <Plus size={15} aria-hidden /> Connect a provider
    </Button>
  )
  const item = (connection: Connection) => (
    <ConnectionItem
      key={connection.id}
      connection={connection}
      provider={providers.data?.items.find((each) => each.id === connection.adapter)}
      waiting={waiting.get(connection.id) ?? 0}
      now={now}
      onRemove={() => setRemoving(connection)}
    />
  )
  return (
    <Screen tools={own.length > 0 && addButton}>
      <Sentence
        parts={
          data
            ? connectionsSentence(connections, now, new Set(waiting.keys()))
            : [{ text: 'Looking for connections…', tone: 'quiet' }]
        }
        sub="One connection is one account at one provider, with its own callback URL and secrets"
      />
      <ProblemNotice error={error} onRetry={() => void refetch()} className="mb-3" />
      {isPending && <Skeleton className="h-40 w-full" />}
      {data && (
        <section aria-label="Your connections" className="rounded-lg border border-line bg-surface">
          {own.length === 0 ? (
            <EmptyState title="Connect whoever sends your texts." action={addButton}>
              You get a URL to paste into the provider’s console. From then on it tells Landed about every text.
            </EmptyState>
          ) : (
            <ul>{own.map(item)}</ul>
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
          <ul>{samples.map(item)}</ul>
        </section>
      )}
      <AddConnectionDialog adapter={add} onAdapter={(next) => void setParams({ add: next })} />
      <RemoveConnectionDialog connection={removing} onClose={() => setRemoving(null)} />
    </Screen>
  )
}

function countByConnection(callbacks: readonly Callback[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { connection } of callbacks)
    if (connection) counts.set(connection.id, (counts.get(connection.id) ?? 0) + 1)
  return counts
}
