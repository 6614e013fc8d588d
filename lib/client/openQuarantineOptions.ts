import { callbacksHeadOptions } from './callbacksHeadOptions'

/** The most that one page may hold: up to here the opening sentence counts exactly. */
const MOST = 200

/** The callbacks that wait in quarantine now. */
export function openQuarantineOptions() {
  return callbacksHeadOptions({ quarantined: 'open' }, MOST)
}
