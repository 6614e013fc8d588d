import { z } from 'zod'
import { announceConnections } from '@/lib/connections/announceConnections'
import { JOB_STATES, type RejudgeJob } from '@/lib/contracts/codes'
import { getPool } from '@/lib/db/pool'
import { sql } from '@/lib/db/sql'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { notFound } from '@/lib/http/notFound'
import { STATUSES } from '@/lib/status/status'

const MOST = 50

const row = z.object({
  id: z.number(),
  adapter: z.string(),
  connectionId: z.number(),
  publicId: z.string().nullable(),
  name: z.string().nullable(),
  title: z.string(),
  author: z.string(),
  state: z.enum(JOB_STATES),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  checked: z.coerce.number(),
  counted: z.coerce.number(),
  changed: z.coerce.number(),
  receiptsChanged: z.coerce.number(),
  error: z.string().nullable(),
})

// How many there are to look at is what the day counters count: one row per place and day, not one per message.
const JOBS = `
  SELECT j.id, j.adapter, j.connection_id AS "connectionId", c.public_id AS "publicId", c.name, j.title, j.author, j.state,
         j.created_at AS "createdAt", j.started_at AS "startedAt", j.finished_at AS "finishedAt",
         j.messages_checked AS checked, j.messages_changed AS changed, j.receipts_changed AS "receiptsChanged", j.error,
         CASE WHEN j.state = 'done' THEN j.messages_checked ELSE
           (SELECT coalesce(sum(${STATUSES.map((status) => `r."${status}"`).join(' + ')}), 0) FROM rollup r
             WHERE r.grain = 'd' AND r.connection_id IN (SELECT s.id FROM connection s
               WHERE s.adapter = j.adapter AND j.connection_id IN (0, s.id))) END AS counted
    FROM rejudge_job j LEFT JOIN connection c ON c.id = j.connection_id`

/** Jobs that judge stored receipts again, newest first. */
export async function listJobs(): Promise<RejudgeJob[]> {
  return (await sql(row, `${JOBS} ORDER BY j.id DESC LIMIT ${MOST}`)).map(toJob)
}

/** One of them. Throws HttpProblem 404. */
export async function readJob(id: number): Promise<RejudgeJob> {
  const [found] = await sql(row, `${JOBS} WHERE j.id = $1`, [id])
  if (!found) throw notFound('job', String(id))
  return toJob(found)
}

/**
 * Stops a job between two of its transactions, or lets a stopped or failed one go on where it stood. What it has changed
 * stays changed, and counted. Throws HttpProblem 404, or 409 when there is nothing to stop or to continue.
 */
export async function commandJob(id: number, command: 'stop' | 'continue'): Promise<RejudgeJob> {
  const { rowCount } = await getPool().query(command === 'stop' ? STOP : CONTINUE, [id])
  const job = await readJob(id)
  if (!rowCount) throw new HttpProblem(409, `It cannot ${command}`, `Job ${id} is ${job.state}.`)
  await announceConnections()
  return job
}

const STOP = `UPDATE rejudge_job SET state = 'stopped', finished_at = now() WHERE id = $1 AND state IN ('waiting', 'running')`
const CONTINUE = `UPDATE rejudge_job SET state = 'waiting', finished_at = NULL, error = NULL
                   WHERE id = $1 AND state IN ('stopped', 'failed')`

function toJob({ connectionId, publicId, name, counted, ...job }: z.output<typeof row>): RejudgeJob {
  return {
    ...job,
    connection: connectionId === 0 ? null : { id: publicId ?? '', name: name ?? 'a connection that was removed' },
    total: Math.max(counted, job.checked),
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  }
}
