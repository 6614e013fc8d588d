import { z } from 'zod'
import { type Executor, sql } from '@/lib/db/sql'
import type { Scope } from './readRules'

/** A rejudge_job as its runner needs it. */
export interface Job extends Scope {
  id: number
  /** Ids of messages up to this one are done. */
  position: number
  lastId: number
  startedAt: number
}

const row = z.object({
  id: z.number(),
  adapter: z.string(),
  connectionId: z.number(),
  position: z.coerce.number(),
  lastId: z.coerce.number(),
  startedAt: z.date().transform((at) => at.getTime()),
})

/** Adds a job. In the transaction that changes the rules, so that none of the two is ever without the other. */
export async function addJob(on: Executor, scope: Scope, title: string, author: string): Promise<number> {
  const [added] = await sql(
    z.object({ id: z.number() }),
    'INSERT INTO rejudge_job (adapter, connection_id, title, author) VALUES ($1, $2, $3, $4) RETURNING id',
    [scope.adapter, scope.connectionId, title, author],
    on,
  )
  if (!added) throw new Error('The job was not added.')
  return added.id
}

/** Starts the oldest job that waits, or goes on with the one that a process left behind. Null when there is none. */
export async function takeJob(on: Executor): Promise<Job | null> {
  const [taken] = await sql(
    row,
    `UPDATE rejudge_job SET state = 'running', started_at = coalesce(started_at, now()), error = NULL,
            last_id = coalesce(last_id, (SELECT max(id) FROM message), 0)
      WHERE id = (SELECT min(id) FROM rejudge_job WHERE state IN ('waiting', 'running'))
        AND state IN ('waiting', 'running')
     RETURNING id, adapter, connection_id AS "connectionId", position, last_id AS "lastId", started_at AS "startedAt"`,
    [],
    on,
  )
  return taken ?? null
}

export interface Progress {
  /** Null leaves it where it is: the second look begins anew after a crash. */
  position: number | null
  checked: number
  messages: number
  receipts: number
}

/** Notes what a transaction does, in that transaction. False when the job was stopped: nothing of it may stay. */
export async function noteProgress(on: Executor, job: Job, progress: Progress): Promise<boolean> {
  const { rowCount } = await on.query(
    `UPDATE rejudge_job SET position = coalesce($2, position), messages_checked = messages_checked + $3,
            messages_changed = messages_changed + $4, receipts_changed = receipts_changed + $5
      WHERE id = $1 AND state = 'running'`,
    [job.id, progress.position, progress.checked, progress.messages, progress.receipts],
  )
  return rowCount === 1
}

export async function isRunning(on: Executor, job: Job): Promise<boolean> {
  const { rowCount } = await on.query(`SELECT 1 FROM rejudge_job WHERE id = $1 AND state = 'running'`, [job.id])
  return rowCount === 1
}

/** True when a later job will look at everything that this one does: what is left to it need not be done twice. */
export async function isCovered(on: Executor, job: Job): Promise<boolean> {
  const { rowCount } = await on.query(
    `SELECT 1 FROM rejudge_job WHERE id > $1 AND state = 'waiting' AND adapter = $2 AND connection_id IN (0, $3) LIMIT 1`,
    [job.id, job.adapter, job.connectionId],
  )
  return rowCount === 1
}

/** Ends a running job. False when it was stopped meanwhile. */
export async function endJob(on: Executor, job: Job, state: 'done' | 'failed', error: string | null): Promise<boolean> {
  const { rowCount } = await on.query(
    `UPDATE rejudge_job SET state = $2, error = $3, finished_at = now() WHERE id = $1 AND state = 'running'`,
    [job.id, state, error],
  )
  return rowCount === 1
}
