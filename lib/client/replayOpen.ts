import { replayStep, type ReplayStep } from '@/lib/contracts/callback'
import { api } from './api'

/** So many at a time, so that the person sees it move. */
const STEP = 200

/** The next step of replaying all that wait in quarantine, oldest first; `after` is `next` of the step before. */
export function replayOpen(after: string | null): Promise<ReplayStep> {
  return api(replayStep, '/callbacks/replay', { method: 'POST', body: { limit: STEP, ...(after ? { after } : {}) } })
}
