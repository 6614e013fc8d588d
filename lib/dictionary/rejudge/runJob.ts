import { setTimeout as delay } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { replay } from '@/lib/ingest/replay'
import { isCovered, isRunning, type Job } from './job'
import { readRules } from './readRules'
import { rejudgeRange } from './rejudgeRange'
import { Stopped } from './Stopped'
import { taughtCallbacks } from './taughtCallbacks'

/** Ids of messages that are asked about at once. */
const RANGE_SIZE = 5_000
const REPLAYED_AT_ONCE = 100
const LOOK_MS = 250

export interface RunOptions {
  /**
   * How long after the start every process surely judges by the new rules, ms: what arrived before is looked at again
   * after that.
   */
  settleMs: number
  signal: AbortSignal
  /** Told after each commit, and whether it was of the second look. For tests. */
  onCommit?: (isSweep: boolean) => Promise<void>
}

/**
 * Does one job from where it stands: callbacks whose word is known now are replayed, stored receipts judged again in the
 * order of their messages, and once every process has heard of the change, what was written meanwhile by the old
 * rules is found and done again. Throws Stopped when it was stopped.
 */
export async function runJob(client: PoolClient, job: Job, options: RunOptions): Promise<void> {
  await replayTaught(client, job, options.signal)
  await pass(client, job, { from: job.position + 1, to: job.lastId, isSweep: false }, options)
  if (!(await settle(client, job, options))) return
  await pass(client, job, { from: 1, to: await newestId(client), isSweep: true }, options)
}

async function replayTaught(client: PoolClient, job: Job, signal: AbortSignal): Promise<void> {
  const ids = await taughtCallbacks(client, await readRules(client, job))
  for (let start = 0; start < ids.length; start += REPLAYED_AT_ONCE) {
    if (signal.aborted || !(await isRunning(client, job))) throw new Stopped()
    await replay({ ids: ids.slice(start, start + REPLAYED_AT_ONCE) })
  }
}

interface Way {
  from: number
  to: number
  isSweep: boolean
}

async function pass(client: PoolClient, job: Job, way: Way, { signal, onCommit }: RunOptions): Promise<void> {
  const options = { isSweep: way.isSweep, ...(onCommit ? { onCommit } : {}) }
  for (let low = way.from; low <= way.to; low += RANGE_SIZE) {
    if (signal.aborted) throw new Stopped()
    await rejudgeRange(client, job, { low, high: Math.min(way.to, low + RANGE_SIZE - 1) }, options)
  }
}

/** False when a later job takes over: its own second look comes later still. */
async function settle(client: PoolClient, job: Job, { settleMs, signal }: RunOptions): Promise<boolean> {
  while (Date.now() < job.startedAt + settleMs) {
    if (signal.aborted || !(await isRunning(client, job))) throw new Stopped()
    if (await isCovered(client, job)) return false
    await delay(Math.min(LOOK_MS, settleMs))
  }
  return true
}

async function newestId(client: PoolClient): Promise<number> {
  const [row] = await sql(
    z.object({ id: z.coerce.number().nullable() }),
    'SELECT max(id) AS id FROM message',
    [],
    client,
  )
  return row?.id ?? 0
}
