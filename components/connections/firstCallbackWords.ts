import type { Callback } from '@/lib/contracts/callback'

export type FirstCallback =
  { state: 'waiting'; text: string } | { state: 'received'; text: string } | { state: 'refused'; text: string }

/** What the newest callback of a new connection tells: nothing yet, that it works, or why it does not. */
export function firstCallbackWords(newest: Callback | undefined): FirstCallback {
  if (!newest) return { state: 'waiting', text: 'Waiting for the first callback…' }
  const reason = newest.quarantine.find((entry) => entry.resolvedAt === null)?.reason
  if (newest.outcome === 'refused')
    return { state: 'refused', text: `A callback arrived but was refused. ${reason ?? ''}`.trim() }
  if (reason) return { state: 'refused', text: `A callback arrived but waits in quarantine. ${reason}` }
  return { state: 'received', text: 'Received: the connection works.' }
}
