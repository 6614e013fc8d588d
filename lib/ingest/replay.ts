import { reload } from '@/lib/connections/directory'
import type { ReplayResult, ReplayStep } from '@/lib/contracts/callback'
import { openCallbacks, type OpenFilter, remainingOf } from './openCallbacks'
import { replayChunk } from './replayChunk'

const MAX_REPLAYED = 10_000
const CHUNK = 100

export interface ReplayRequest extends OpenFilter {
  /** These alone; without: all that are open. */
  ids?: readonly string[] | undefined
  /** So many at most, oldest first; the answer says where to go on. */
  limit?: number | undefined
  /** `next` of the answer before. */
  after?: string | undefined
}

/**
 * Judges quarantined callbacks again, with today's secrets and adapters, as of their own arrival; what can be applied is
 * applied as if it had just been read. Safe to repeat: receipts that are stored already change nothing.
 * Without ids: all that are open and match, oldest first, at most `limit` (10,000) in one call; `next` is where the
 * following call begins, null at the end.
 */
export async function replay(request: ReplayRequest = {}): Promise<ReplayStep> {
  // The person has just corrected a secret: judge by that one.
  await reload()
  if (request.ids) return { ...(await replayIds([...new Set(request.ids)])), next: null, remaining: 0 }
  return replayOpen(request)
}

async function replayOpen(request: ReplayRequest): Promise<ReplayStep> {
  const { connection, code, limit = MAX_REPLAYED } = request
  const result = emptyResult()
  let after = request.after ?? '0'
  while (result.replayed < limit) {
    const wanted = Math.min(CHUNK, limit - result.replayed)
    const page = await openCallbacks({ connection, code }, after, wanted)
    add(result, await replayChunk(page.ids))
    after = page.last ?? after
    if (page.ids.length < wanted) return { ...result, next: null, remaining: 0 }
  }
  const remaining = await remainingOf({ connection, code }, after)
  return { ...result, next: remaining > 0 ? after : null, remaining }
}

async function replayIds(ids: readonly string[]): Promise<ReplayResult> {
  const result = emptyResult()
  for (let start = 0; start < ids.length; start += CHUNK)
    add(result, await replayChunk(ids.slice(start, start + CHUNK)))
  return result
}

function emptyResult(): ReplayResult {
  return { replayed: 0, applied: 0, stillQuarantined: [] }
}

function add(to: ReplayResult, more: ReplayResult): void {
  to.replayed += more.replayed
  to.applied += more.applied
  to.stillQuarantined.push(...more.stillQuarantined)
}
