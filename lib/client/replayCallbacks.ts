import { replayResult, type ReplayResult } from '@/lib/contracts/callback'
import { api } from './api'

/** Replays these callbacks, or all that wait in quarantine when no ids are given. */
export function replayCallbacks(ids?: readonly string[]): Promise<ReplayResult> {
  return api(replayResult, '/callbacks/replay', { method: 'POST', body: ids ? { ids } : {} })
}
