import type { Counted } from '@/lib/rollups/dimensions'
import { isFailure } from '@/lib/status/compareReceipts'
import type { Changes } from './Changes'
import type { MessageState } from './messageState'

/** A message before and after; before is null where it was not known. */
export interface Move {
  id: number
  before: MessageState | null
  after: MessageState
}

/** What the list of messages that did not land must lose and gain when messages move. Pure. */
export function listMoves(moves: readonly Move[]): Pick<Changes, 'landed' | 'unlanded'> {
  return {
    landed: moves.filter(({ before, after }) => before && isUnlanded(before) && !isUnlanded(after)).map(({ id }) => id),
    unlanded: moves.filter(becomesUnlanded).map(({ id, after }) => ({ id, state: after })),
  }
}

/** Failed or unconfirmed: what the table `unlanded` lists. */
function isUnlanded(counted: Counted): boolean {
  return isFailure(counted.status) || counted.status === 'unknown'
}

function becomesUnlanded({ before, after }: Move): boolean {
  if (!isUnlanded(after)) return false
  const unchanged =
    before !== null &&
    before.status === after.status &&
    before.failureClass === after.failureClass &&
    before.cohortAt === after.cohortAt
  return !unchanged
}
