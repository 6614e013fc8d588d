import { setTimeout as delay } from 'node:timers/promises'
import { getPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { log } from '@/lib/log'
import { CHANGE_CHANNEL, MAX_NOTIFIED_RECEIPTS, type ChangePayload } from './channel'

/** Commits within this time are announced together, ms; the first of them at once. */
const MERGE_MS = 25
/**
 * No callback waits this long for its commit, ms: one that arrived earlier is replayed, or sample history. It says nothing
 * about how far behind the page is.
 */
const LONGEST_WAIT_MS = 60_000
/** PostgreSQL refuses payloads of 8000 bytes and more. */
const MAX_BYTES = 7_500

interface Announcer {
  pending: ChangePayload | null
  sending: boolean
}

/**
 * Tells all processes what was committed. Not part of the commit: NOTIFY takes a lock that lets one transaction at a time
 * commit. If the process dies in between, pages of other processes hear of it with the next change, or when they ask.
 */
export function announceChange(change: ChangePayload | null): void {
  if (!change) return
  const state = processSingleton<Announcer>('announcer', () => ({ pending: null, sending: false }))
  const fresh = lately(change, Date.now())
  state.pending = state.pending ? merge(state.pending, fresh) : fresh
  if (!state.sending) void send(state)
}

/** The change, its arrival taken for now (ms UTC) where it lies too far back to be a delay. */
export function lately(change: ChangePayload, now: number): ChangePayload {
  const isReplayed = now - Date.parse(change.committedAt) > LONGEST_WAIT_MS
  return isReplayed ? { ...change, committedAt: new Date(now).toISOString() } : change
}

async function send(state: Announcer): Promise<void> {
  state.sending = true
  while (state.pending) {
    const payload = fit(state.pending)
    state.pending = null
    try {
      await getPool().query('SELECT pg_notify($1, $2)', [CHANGE_CHANNEL, payload])
    } catch (error) {
      log.warn({ err: error }, 'live pages could not be told of a change')
    }
    await delay(MERGE_MS)
  }
  state.sending = false
}

function merge(earlier: ChangePayload, later: ChangePayload): ChangePayload {
  return {
    committedAt: earlier.committedAt < later.committedAt ? earlier.committedAt : later.committedAt,
    receipts: earlier.receipts + later.receipts,
    quarantined: earlier.quarantined + later.quarantined,
    newest: [...later.newest, ...earlier.newest].slice(0, MAX_NOTIFIED_RECEIPTS),
  }
}

/** As many of the newest receipts as fit. */
function fit(payload: ChangePayload): string {
  const text = JSON.stringify(payload)
  if (Buffer.byteLength(text) <= MAX_BYTES || payload.newest.length === 0) return text
  return fit({ ...payload, newest: payload.newest.slice(0, -1) })
}
