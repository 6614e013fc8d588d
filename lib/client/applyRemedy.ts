import { remedyApplied, type RemedyApplied } from '@/lib/contracts/doctor'
import { api } from './api'

/** Puts what the doctor found into force and replays what the same connection refused before. */
export function applyRemedy(callbackId: string, registeredUrl: string | undefined): Promise<RemedyApplied> {
  return api(remedyApplied, `/callbacks/${encodeURIComponent(callbackId)}/remedy`, {
    method: 'POST',
    body: registeredUrl ? { registeredUrl } : {},
  })
}
