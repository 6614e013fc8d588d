import type { QueryClient } from '@tanstack/react-query'
import { CONNECTIONS_KEY } from './connectionsActivityOptions'
import { LIVE_KEY } from './refreshLiveQueries'

/** Reads anew whatever a change of a connection may have changed. */
export async function refreshConnections(queryClient: QueryClient): Promise<void> {
  await Promise.all(
    [LIVE_KEY, CONNECTIONS_KEY, 'callbacks', 'messages'].map((key) =>
      queryClient.invalidateQueries({ queryKey: [key] }),
    ),
  )
}
