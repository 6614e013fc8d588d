import type { PoolClient } from 'pg'
import { transaction } from '@/lib/db/transaction'
import { connectionById } from '@/lib/connections/directory'
import type { ReplayResult } from '@/lib/contracts/callback'
import { announceChange } from '@/lib/live/announceChange'
import { classifyError } from './classifyError'
import { commitBatch } from './commitBatch'
import { getIngestPool } from './getIngestPool'
import type { Interpretation } from './interpret'
import { judgeStored, readStored, type StayReason, type StoredCallback, UNREAD } from './judgeStored'
import type { IngestItem, QuarantineRow } from './types'
import { timeOfUuidV7 } from './uuidV7'

/** In one transaction at most, so that none of them keeps live callbacks waiting for long. */
const MOST_RECEIPTS = 1_000

interface Judged {
  stored: StoredCallback
  read: Interpretation
}

/**
 * Replays some callbacks together: one transaction for what they bring, a second one for what is left in quarantine. A
 * crash between the two is mended by replaying them again: their receipts are known by then.
 */
export async function replayChunk(ids: readonly string[]): Promise<ReplayResult> {
  const judged: Judged[] = []
  const stays: StayReason[] = []
  const found = await readStored(ids)
  for (const stored of found) {
    const read = await judgeStored(stored)
    if ('verdict' in read) judged.push({ stored, read })
    else stays.push(read)
  }
  const committed = await commit(judged, stays)
  const left = await transaction((client) => settle(client, committed))
  const stillQuarantined = [...stays, ...left]
  return { replayed: found.length, applied: found.length - stillQuarantined.length, stillQuarantined }
}

/** All at once; one by one only when the database refuses something of them. What it refuses goes to `stays`. */
async function commit(judged: readonly Judged[], stays: StayReason[]): Promise<readonly Judged[]> {
  try {
    await apply(judged)
    return judged
  } catch (error) {
    if (classifyError(error) !== 'unapplicable') throw error
    if (judged.length > 1) {
      const done: Judged[] = []
      for (const one of judged) done.push(...(await commit([one], stays)))
      return done
    }
    const reason = `The database refused it: ${error instanceof Error ? error.message : String(error)}`
    stays.push(...judged.map(({ stored }) => ({ id: stored.id, code: 'not_applicable', reason })))
    return []
  }
}

async function apply(judged: readonly Judged[]): Promise<void> {
  let batch: IngestItem[] = []
  let receipts = 0
  for (const item of judged.map(itemOf)) {
    if (item.receipts.length === 0 && !item.newCodes?.length) continue
    if (batch.length > 0 && receipts + item.receipts.length > MOST_RECEIPTS) {
      await commitTogether(batch)
      batch = []
      receipts = 0
    }
    batch.push(item)
    receipts += item.receipts.length
  }
  if (batch.length > 0) await commitTogether(batch)
}

async function commitTogether(items: readonly IngestItem[]): Promise<void> {
  announceChange((await commitBatch(getIngestPool(), items)).change)
}

/** New codes were counted when it was first read. */
function itemOf({ stored, read }: Judged): IngestItem {
  const callback = {
    ...stored,
    receivedAt: timeOfUuidV7(stored.id),
    outcome: 'applied' as const,
    receiptCount: read.receipts.length,
  }
  return {
    callback,
    isLogged: true,
    // Part of what it says may be stored already, by an older judgement.
    isRejudging: stored.connectionId !== null && (connectionById(stored.connectionId)?.rejudging ?? false),
    receipts: read.receipts,
    quarantine: [],
    newCodes: stored.unread ? read.newCodes : [],
  }
}

/** Closes what is done. What stays keeps its entries, but that of a callback read for the first time gets its reasons. */
async function settle(client: PoolClient, judged: readonly Judged[]): Promise<StayReason[]> {
  const left: StayReason[] = []
  const done: string[] = []
  for (const { stored, read } of judged) {
    const [first] = read.quarantine
    if (!first) done.push(stored.id)
    else {
      left.push({ id: stored.id, code: first.code, reason: first.reason })
      if (stored.unread) await keepReasons(client, stored, first, read.quarantine.slice(1))
    }
  }
  if (done.length > 0) await client.query(CLOSE, [done])
  return left
}

const CLOSE = `
  UPDATE quarantine SET resolved_at = now(), resolution = 'replayed'
   WHERE callback_id = ANY($1::uuid[]) AND resolved_at IS NULL`

/** The first reason takes the place of "not read yet": of two who replay the same callback, one finds that entry. */
async function keepReasons(
  client: PoolClient,
  stored: StoredCallback,
  first: QuarantineRow,
  more: readonly QuarantineRow[],
): Promise<void> {
  const { rowCount } = await client.query(
    `UPDATE quarantine SET code = $2, reason = $3, item = $4, authentic = true
      WHERE callback_id = $1 AND resolved_at IS NULL AND code = ANY($5)`,
    [stored.id, first.code, first.reason, first.item, UNREAD],
  )
  if (!rowCount || more.length === 0) return
  await client.query(
    `INSERT INTO quarantine (callback_id, callback_received_at, connection_id, code, reason, item, authentic)
     SELECT $1, $2, $3, u.code, u.reason, u.item, true
       FROM unnest($4::text[], $5::text[], $6::int[]) AS u (code, reason, item)`,
    [
      stored.id,
      new Date(timeOfUuidV7(stored.id)),
      stored.connectionId,
      more.map(({ code }) => code),
      more.map(({ reason }) => reason),
      more.map(({ item }) => item),
    ],
  )
}
