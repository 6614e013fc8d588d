import type { Pool, PoolClient } from 'pg'
import { CONNECTION_LOCK_CLASS } from '@/lib/connections/removalLock'
import { sendTogether } from '@/lib/db/sendTogether'
import type { ChangePayload } from '@/lib/live/channel'
import { bucketsOfBusiness } from '@/lib/rollups/businessBuckets'
import { ConnectionGone } from './ConnectionGone'
import { describeChange } from './describeChange'
import { groupArrivals, type Group } from './groupArrivals'
import { lockMessages, type InsertedMessage } from './lockMessages'
import { needsStoredReceipts, nextState } from './messageState'
import { planChanges, type Known } from './planChanges'
import { readLocked, readStoredReceipts, type StoredMessage } from './readLocked'
import type { IngestItem } from './types'
import type { Changes } from './Changes'
import { receiptKey, writeChanges } from './writeChanges'

/** The id of a message that was not inserted and not read yet. */
const UNKNOWN = 0

/**
 * Up to this many messages are asked for before it is known which of them exist: one round trip less. With more, looking for
 * those that do not would cost more than the round trip.
 */
const ASK_AHEAD_MOST = 96

export interface Committed {
  /** Receipts that were not stored before. */
  receipts: number
  duplicates: number
  /** Duplicates by connection; none for those that brought none. */
  duplicatesOf: ReadonlyMap<number, number>
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
  const complex = known.filter(
    ({ stored, group }) => stored && (group.isRejudging || needsStoredReceipts(stored, group.receipts)),
  )
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
  const known = groups.map((group): Known => {
    const fresh = nextState(group.connectionId, group.receipts, null, null)
    return { group, id: UNKNOWN, stored: null, fresh }
  })
  // If BEGIN fails, the others fail too.
  const asksAhead = groups.length <= ASK_AHEAD_MOST
  const [, inserted, ahead] = await sendTogether(client, () =>
    Promise.all([
      client.query(beginStatement(groups)),
      lockMessages(
        client,
        items.filter((item) => !item.isLogged).map((item) => item.callback),
        known.map(({ fresh }) => fresh),
      ),
      readLocked(client, asksAhead ? groups : []),
    ]),
  )
  addInserted(known, inserted)
  if (asksAhead) addStored(known, ahead)
  else
    await readStored(
      client,
      known.filter(({ id }) => id === UNKNOWN),
    )
  return known
}

/** What was inserted comes back in the order of the groups, so one walk over both finds it. */
function addInserted(known: readonly Known[], inserted: readonly InsertedMessage[]): void {
  let next = 0
  for (const message of known) {
    const row = inserted[next]
    if (row?.message_key !== message.group.messageKey || row.connection_id !== message.group.connectionId) continue
    message.id = row.id
    next += 1
  }
  // Else a new message would pass for one that is counted already.
  if (next !== inserted.length) throw new Error('Inserted messages came back in another order than they were sent in.')
}

async function readStored(client: PoolClient, existing: readonly Known[]): Promise<void> {
  const keys = existing.map(({ group }) => group)
  addStored(existing, await readLocked(client, keys))
}

function addStored(known: readonly Known[], stored: readonly StoredMessage[]): void {
  for (const before of stored) {
    const message = known[before.position - 1]
    if (!message) continue
    message.stored = before
    message.id = before.id
  }
  const gone = known.filter(({ id }) => id === UNKNOWN)
  if (gone.length > 0) throw new ConnectionGone(new Set(gone.map(({ group }) => group.connectionId)))
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

function count({ receipts, first, special }: Changes, again: ReadonlySet<string>): Omit<Committed, 'change'> {
  const duplicatesOf = new Map<number, number>()
  let duplicates = 0
  for (const { messageId, connectionId, batch } of [...receipts, ...first, ...special]) {
    const isAgain = again.size > 0 && again.has(receiptKey(messageId, batch.receipt.fingerprint))
    const own = batch.repeats + (isAgain ? 1 : 0)
    if (own === 0) continue
    duplicates += own
    duplicatesOf.set(connectionId, (duplicatesOf.get(connectionId) ?? 0) + own)
  }
  return { receipts: receipts.length + first.length + special.length - again.size, duplicates, duplicatesOf }
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
