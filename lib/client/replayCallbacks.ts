import { replayStep, type ReplayStep } from '@/lib/contracts/callback'
import { api } from './api'

/** Replays these callbacks. */
export function replayCallbacks(ids: readonly string[]): Promise<ReplayStep> {
  return api(replayStep, '/callbacks/replay', { method: 'POST', body: { ids } })
}
