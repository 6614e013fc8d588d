import { callbacksHeadOptions } from './callbacksHeadOptions'

/** The most that one page may hold: up to here the opening sentence counts exactly. */
export const OPEN_QUARANTINE_PAGE = 200

/** The callbacks that wait in quarantine now. */
export function openQuarantineOptions() {
  return callbacksHeadOptions({ quarantined: 'open' }, OPEN_QUARANTINE_PAGE)
}
