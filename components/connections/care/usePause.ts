'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { pauseConnection } from '@/lib/client/pauseConnection'
import { refreshConnections } from '@/lib/client/refreshConnections'
import type { Connection } from '@/lib/contracts/connection'

/** Pauses a connection, or resumes it when it is paused, and says what that means. */
export function usePause({ id, name, pausedAt }: Connection) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () => pauseConnection(id, pausedAt ? 'resume' : 'pause'),
    onSuccess: () =>
      toast.success(
        pausedAt
          ? `“${name}” is resumed. What was kept is being applied.`
          : `“${name}” is paused. What arrives is kept and answered, and applied when you resume.`,
      ),
    onError: (error) => toast.error(error.message),
    onSettled: () => refreshConnections(queryClient),
  })
}
