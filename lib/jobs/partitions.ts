import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'

const DAY_MS = 24 * 60 * 60_000
const DAYS_AHEAD = 7
const nameRow = z.object({ name: z.string() })

/** "callback_20261124" for the UTC day that holds `at`. */
export function partitionName(at: Date): string {
  return `callback_${at.toISOString().slice(0, 10).replaceAll('-', '')}`
}

/** The start of the UTC day of a partition, ms; null for the default partition and strangers. */
export function dayOfPartition(name: string): number | null {
  const match = /^callback_(\d{4})(\d{2})(\d{2})$/.exec(name)
  return match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : null
}

/** Makes the partitions of `callback` from yesterday to a week ahead. Returns the names of those that are new. */
export async function makePartitions(client: PoolClient, now: number): Promise<string[]> {
  const known = new Set((await listPartitions(client)).map((name) => name))
  const made: string[] = []
  for (let day = -1; day <= DAYS_AHEAD; day++) {
    const from = new Date(Math.floor(now / DAY_MS) * DAY_MS + day * DAY_MS)
    const name = partitionName(from)
    if (known.has(name)) continue
    await makePartition(client, name, from)
    made.push(name)
  }
  return made
}

/**
 * Callbacks of that day may be in the default partition already (no upkeep for a week, a clock that was ahead); PostgreSQL
 * refuses a partition that leaves them there, so they move. Nobody writes meanwhile: the lock is the one that it takes anyhow.
 */
async function makePartition(client: PoolClient, name: string, from: Date): Promise<void> {
  const until = new Date(from.getTime() + DAY_MS)
  await client.query('LOCK TABLE callback IN ACCESS EXCLUSIVE MODE')
  await client.query(`CREATE TABLE ${name} (LIKE callback INCLUDING ALL)`)
  await client.query(
    `WITH moved AS (DELETE FROM callback_default WHERE received_at >= $1 AND received_at < $2 RETURNING *)
     INSERT INTO ${name} SELECT * FROM moved`,
    [from, until],
  )
  await client.query(
    `ALTER TABLE callback ATTACH PARTITION ${name} FOR VALUES FROM ('${from.toISOString()}') TO ('${until.toISOString()}')`,
  )
}

/** Drops the partitions whose whole day is older than `retentionDays`, with their quarantine entries. Returns their names. */
export async function dropOldPartitions(client: PoolClient, now: number, retentionDays: number): Promise<string[]> {
  const oldest = Math.floor(now / DAY_MS) * DAY_MS - retentionDays * DAY_MS
  const names = (await listPartitions(client)).filter((name) => (dayOfPartition(name) ?? Infinity) < oldest)
  for (const name of names) await client.query(`DROP TABLE ${name}`)
  await client.query('DELETE FROM callback WHERE received_at < $1', [new Date(oldest)])
  await client.query('DELETE FROM quarantine WHERE callback_received_at < $1', [new Date(oldest)])
  return names
}

async function listPartitions(client: PoolClient): Promise<string[]> {
  const rows = await sql(
    nameRow,
    `SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = 'callback'::regclass ORDER BY 1`,
    [],
    client,
  )
  return rows.map((row) => row.name)
}
