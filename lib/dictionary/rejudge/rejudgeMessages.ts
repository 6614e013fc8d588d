import type { PoolClient } from 'pg'
import type { Changes } from '@/lib/ingest/Changes'
import { listMoves, type Move } from '@/lib/ingest/listMoves'
import { readLocked } from '@/lib/ingest/readLocked'
import { writeChanges } from '@/lib/ingest/writeChanges'
import { bucketsOfBusiness } from '@/lib/rollups/businessBuckets'
import { collectDeltas } from '@/lib/rollups/collectDeltas'
import { isDecidedAnew, isJudgedAnew, judgeAgain } from './judgeAgain'
import { lockStored, type MessageKey } from './lockStored'
import { readReceipts, type RejudgedReceipt } from './readReceipts'
import { rejudgedState } from './rejudgedState'
import type { RulesByConnection } from './readRules'
import { writeReceipts } from './writeReceipts'

export interface Rejudged {
  /** Messages whose status or reason changed. */
  messages: number
  receipts: number
}

/**
 * Judges the receipts of these messages again and moves the messages, counters and lists accordingly, in the transaction of
 * `client`. Locks first and reads what they are after that, never in one snapshot: callbacks arrive meanwhile.
 */
export async function rejudgeMessages(
  client: PoolClient,
  keys: readonly MessageKey[],
  rules: RulesByConnection,
): Promise<Rejudged> {
  await lockStored(client, keys)
  const stored = await readLocked(client, keys)
  const receiptsOf = await readReceipts(
    client,
    stored.map(({ id }) => id),
  )
  const anew: RejudgedReceipt[] = []
  const moves: Move[] = []
  for (const before of stored) {
    const own = rules.get(before.connectionId)
    const receipts = receiptsOf.get(before.id) ?? []
    if (!own) continue
    const judged = receipts.map((receipt) => ({ ...receipt, ...judgeAgain(receipt, own) }))
    anew.push(...judged.filter((receipt, index) => isJudgedAnew(receipts[index] ?? receipt, receipt)))
    moves.push({ id: before.id, before, after: rejudgedState(before, judged) })
  }
  await writeReceipts(client, anew)
  const changed = moves.filter(hasChanged)
  await writeChanges(client, changesOf(changed))
  return {
    messages: changed.filter(({ before, after }) => before && isDecidedAnew(before, after)).length,
    receipts: anew.length,
  }
}

function hasChanged({ before, after }: Move): boolean {
  return (
    before === null ||
    isDecidedAnew(before, after) ||
    before.rawStatus !== after.rawStatus ||
    before.errorCode !== after.errorCode ||
    before.occurredAt !== after.occurredAt ||
    before.contradicted !== after.contradicted ||
    before.parts !== after.parts
  )
}

function changesOf(moves: readonly Move[]): Changes {
  return {
    ...{ receipts: [], first: [], special: [], updates: [], quarantine: [], newCodes: [] },
    progress: moves.map(({ id, after }) => ({ id, state: after })),
    deltas: collectDeltas(moves, bucketsOfBusiness),
    ...listMoves(moves),
  }
}
