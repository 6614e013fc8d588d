import type { QueryClient } from '@tanstack/react-query'

/** Every query that follows live events has a key that begins with this. */
export const LIVE_KEY = 'live'

/** Fetches all live queries on screen again. True when all of them succeeded (also when there are none). */
export async function refreshLiveQueries(queryClient: QueryClient): Promise<boolean> {
  // A fetch in flight began before the news; it is dropped and asked anew.
  await queryClient.invalidateQueries({ queryKey: [LIVE_KEY] })
  const active = queryClient.getQueryCache().findAll({ queryKey: [LIVE_KEY], type: 'active' })
  return active.every((query) => query.state.status === 'success' && query.state.fetchFailureCount === 0)
}
