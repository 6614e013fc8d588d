import { CONNECTIONS_CHANNEL } from '@/lib/connections/announceConnections'
import { reload } from '@/lib/connections/directory'
import type { LiveChange } from '@/lib/contracts/live'
import { processSingleton } from '@/lib/db/processSingleton'
import { log } from '@/lib/log'
import { CHANGE_CHANNEL, changePayload } from './channel'
import { listen, type Listening } from '@/lib/db/listen'
import { mergeChanges, type PendingChange } from './mergeChanges'

type Listener = (change: LiveChange) => void

/** Browsers are told at most this often, ms: the first change at once, what follows together. */
const MERGE_MS = 100

interface Hub {
  listeners: Set<Listener>
  pending: PendingChange | null
  timer: NodeJS.Timeout | null
  listening: Listening | null
}

function hub(): Hub {
  return processSingleton('hub', () => ({ listeners: new Set(), pending: null, timer: null, listening: null }))
}

/** Calls `listener` whenever something was committed by any process. Returns how to stop. */
export function subscribe(listener: Listener): () => void {
  startLive()
  hub().listeners.add(listener)
  return () => hub().listeners.delete(listener)
}

/** Begins to LISTEN; further calls do nothing. The server calls it at start, so that changed connections are seen at once. */
export function startLive(): void {
  const { listening } = hub()
  if (listening) return
  const channels = { [CHANGE_CHANNEL]: onChange, [CONNECTIONS_CHANNEL]: onConnections }
  hub().listening = listen(process.env['DATABASE_URL'] ?? '', channels, onConnections)
}

export async function stopLive(): Promise<void> {
  const { listening } = hub()
  hub().listening = null
  await listening?.stop()
}

function onChange(payload: string): void {
  const { listeners } = hub()
  if (listeners.size === 0) return
  const change = changePayload.safeParse(JSON.parse(payload))
  if (change.success) publish({ ...change.data, connections: false })
  else log.error({ err: change.error }, 'a change notification could not be read')
}

/** Also after a gap: browsers then read everything again. */
function onConnections(): void {
  reload().catch((error: unknown) => log.warn({ err: error }, 'connections could not be read again'))
  publish({ committedAt: new Date().toISOString(), receipts: 0, quarantined: 0, connections: true, newest: [] })
}

function publish(change: PendingChange): void {
  const state = hub()
  state.pending = state.pending ? mergeChanges(state.pending, change) : change
  if (state.timer) return
  send(state)
  state.timer = setTimeout(() => {
    state.timer = null
    if (state.pending) publishPending(state)
  }, MERGE_MS)
  state.timer.unref()
}

function publishPending(state: Hub): void {
  const { pending } = state
  state.pending = null
  if (pending) publish(pending)
}

function send(state: Hub): void {
  if (!state.pending) return
  const change: LiveChange = { ...state.pending, at: new Date().toISOString() }
  state.pending = null
  for (const listener of state.listeners) listener(change)
}
