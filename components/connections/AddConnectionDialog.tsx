'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Skeleton } from '@/components/ui/Skeleton'
import { createConnection } from '@/lib/client/createConnection'
import { keepFreshSecrets } from '@/lib/client/freshSecrets'
import { providersOptions } from '@/lib/client/providersOptions'
import { refreshConnections } from '@/lib/client/refreshConnections'
import { type ConnectionDraft, ConnectionForm } from './ConnectionForm'
import { ConnectionReady } from './ConnectionReady'
import { MAPPED_ADAPTER } from './mappedAdapter'
import { ProviderChoice } from './ProviderChoice'

interface AddConnectionDialogProps {
  /** null: closed. An id of a provider: its form. Anything else: the choice of providers. */
  adapter: string | null
  onAdapter: (adapter: string | null) => void
}

/** Adds a connection in three steps: provider, secrets, and the URL with the wait for the first callback. */
export function AddConnectionDialog({ adapter, onAdapter }: AddConnectionDialogProps) {
  const router = useRouter()
  const queryClient = useQueryClient()
  const providers = useQuery({ ...providersOptions(), enabled: adapter !== null })
  const [given, setGiven] = useState<Record<string, string>>({})
  const creation = useMutation({
    mutationFn: ({ name, secrets }: ConnectionDraft) => createConnection({ adapter: adapter ?? '', name, secrets }),
    onSuccess: async (made) => {
      // A provider without an adapter is read by a mapping of its own, which comes first.
      if (made.adapter === MAPPED_ADAPTER) {
        keepFreshSecrets(made.id, made.generatedSecrets)
        router.push(`/connections/${made.id}/mapping`)
      }
      await refreshConnections(queryClient)
    },
  })
  const provider = providers.data?.items.find((each) => each.id === adapter)
  const created = creation.data
  const close = () => {
    onAdapter(null)
    creation.reset()
    setGiven({})
  }
  return (
    <Dialog
      open={adapter !== null}
      onOpenChange={(open) => !open && close()}
      title={
        created ? `${created.name} is ready to be called` : provider ? `Connect ${provider.name}` : 'Connect a provider'
      }
      description={
        created ? undefined : provider ? undefined : 'Whoever sends your texts calls back about each of them.'
      }
      footer={
        created && (
          <Button variant="primary" onClick={close}>
            Done
          </Button>
        )
      }
    >
      <ProblemNotice error={providers.error} onRetry={() => void providers.refetch()} />
      {providers.isPending && <Skeleton className="h-48 w-full" />}
      {providers.data && !provider && <ProviderChoice providers={providers.data.items} onChoose={onAdapter} />}
      {provider && !created && (
        <ConnectionForm
          key={provider.id}
          provider={provider}
          busy={creation.isPending}
          error={creation.error}
          onBack={() => {
            creation.reset()
            onAdapter('choose')
          }}
          onSubmit={(draft) => {
            setGiven(draft.secrets)
            creation.mutate(draft)
          }}
        />
      )}
      {provider && created && <ConnectionReady created={created} provider={provider} given={given} />}
    </Dialog>
  )
}
