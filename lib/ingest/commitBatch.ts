import type { Pool, PoolClient } from 'pg'
import { CONNECTION_LOCK_CLASS } from '@/lib/connections/removalLock'
import { sendTogether } from '@/lib/db/sendTogether'
import type { ChangePayload } from '@/lib/live/channel'
import { bucketsOfBusiness } from '@/lib/rollups/businessBuckets'
import { ConnectionGone } from './ConnectionGone'
import { describeChange } from './describeChange'
import { groupArrivals, type Group } from './groupArrivals'
import { lockMessages } from './lockMessages'
import { needsStoredReceipts, nextState } from './messageState'
import { planChanges, type Known } from './planChanges'
import { readLocked, readStoredReceipts } from './readLocked'
import type { IngestItem } from './types'
import { writeChanges, type Changes } from './writeChanges'

export interface Committed {
  /** Receipts that were not stored before. */
  receipts: number
  duplicates: number
  /** What live pages should be told; null when nothing changed. */
  change: ChangePayload | null
}

/**
 * Writes a batch in one transaction: log, messages, receipts, counters, quarantine. When it resolves, all of it is durable
 * and visible; when it throws, nothing is (but for a connection lost during COMMIT itself, which nobody can
 * know: see `batcher`). Safe beside any number of other writers. Throws ConnectionGone, or what pg throws.
 */
export async function commitBatch(pool: Pool, items: readonly IngestItem[]): Promise<Committed> {
  const client = await pool.connect()
  try {
    const committed = await writeBatch(client, items)
    client.release()
    return committed
  } catch (error) {
    await giveBack(client)
    throw error
  }
}

async function writeBatch(client: PoolClient, items: readonly IngestItem[]): Promise<Committed> {
  const groups = groupArrivals(items)
  const known = await lockAll(client, items, groups)
  const complex = known.filter(({ stored, group }) => stored && needsStoredReceipts(stored, group.receipts))
  const storedReceipts = await readStoredReceipts(
    client,
    complex.map(({ id }) => id),
  )
  const changes = planChanges(items, known, storedReceipts, bucketsOfBusiness)
  const again = await writeAndCommit(client, changes)
  return { ...count(changes, again), change: describeChange(changes, again) }
}

/** Inserts or locks every message of the batch and reads those that existed. */
async function lockAll(client: PoolClient, items: readonly IngestItem[], groups: readonly Group[]): Promise<Known[]> {
  const fresh = groups.map((group) => nextState(group.connectionId, group.receipts, null, null))
  // If BEGIN fails, the other fails too.
  const [, inserted] = await sendTogether(client, () =>
    Promise.all([
      client.query(beginStatement(groups)),
      lockMessages(
        client,
        items.filter((item) => !item.isLogged).map((item) => item.callback),
        fresh,
      ),
    ]),
  )
  const ids = new Map(inserted.map((row) => [keyOf(row.connection_id, row.message_key), row.id]))
  const existing = groups.filter((group) => !ids.has(keyOf(group.connectionId, group.messageKey)))
  const stored = new Map(
    (await readLocked(client, existing)).map((message) => [keyOf(message.connectionId, message.messageKey), message]),
  )
  const gone = existing.filter((group) => !stored.has(keyOf(group.connectionId, group.messageKey)))
  if (gone.length > 0) throw new ConnectionGone(new Set(gone.map((group) => group.connectionId)))
  return groups.flatMap((group, index) => {
    const key = keyOf(group.connectionId, group.messageKey)
    const before = stored.get(key) ?? null
    const id = before?.id ?? ids.get(key)
    const state = fresh[index]
    return id && state ? [{ group, id, stored: before, fresh: state }] : []
  })
}

/** BEGIN, and a shared lock per connection, so that none of them can be removed before we are done. */
function beginStatement(groups: readonly Group[]): string {
  const connections = [...new Set(groups.map((group) => group.connectionId))].sort((a, b) => a - b)
  const locks = connections.map((id) => `pg_advisory_xact_lock_shared(${CONNECTION_LOCK_CLASS}, ${id})`)
  return locks.length === 0 ? 'BEGIN' : `BEGIN; SELECT ${locks.join(', ')}`
}

/** A failed write leaves the transaction in a state in which COMMIT rolls it back, so both can be sent at once. */
async function writeAndCommit(client: PoolClient, changes: Changes): Promise<Set<string>> {
  const [again, committed] = await sendTogether(client, () =>
    Promise.all([writeChanges(client, changes), client.query('COMMIT')]),
  )
  // PostgreSQL answers COMMIT of a failed transaction with "ROLLBACK" and no error.
  if (committed.command !== 'COMMIT') throw new Error('The transaction was rolled back by PostgreSQL.')
  return again
}

function count(changes: Changes, again: ReadonlySet<string>): Omit<Committed, 'change'> {
  const repeats = changes.receipts.reduce((sum, { batch }) => sum + batch.repeats, 0)
  return { receipts: changes.receipts.length - again.size, duplicates: again.size + repeats }
}

function keyOf(connectionId: number, messageKey: string): string {
  return `${connectionId}\0${messageKey}`
}

/** A client whose transaction cannot be rolled back is broken and leaves the pool. */
async function giveBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch (error) {
    client.release(error instanceof Error ? error : true)
  }
}
