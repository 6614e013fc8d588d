'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { refreshConnections } from '@/lib/client/refreshConnections'
import { rotateSecrets } from '@/lib/client/rotateSecrets'
import type { RotateRequest } from '@/lib/contracts/changeConnection'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import { RotateForm } from './RotateForm'
import { Rotated } from './Rotated'

interface RotateStepsProps {
  connection: Connection
  provider: ProviderList['items'][number]
  onClose: () => void
}

/** New secrets in two steps: which and how long the old ones live; then what to tell the provider. */
export function RotateSteps({ connection, provider, onClose }: RotateStepsProps) {
  const queryClient = useQueryClient()
  const rotation = useMutation({
    mutationFn: (request: RotateRequest) => rotateSecrets(connection.id, request),
    onSettled: () => refreshConnections(queryClient),
  })
  if (rotation.data) return <Rotated rotated={rotation.data} provider={provider} onClose={onClose} />
  return (
    <RotateForm
      connection={connection}
      provider={provider}
      busy={rotation.isPending}
      error={rotation.error}
      onSubmit={(request) => rotation.mutate(request)}
      onClose={onClose}
    />
  )
}
