import { announceConnections } from '@/lib/connections/announceConnections'
import { getPool } from '@/lib/db/pool'
import type { Executor } from '@/lib/db/sql'
import { CUSTOM } from '@/lib/providers/mapped'
import { addJob } from './rejudge/job'

/**
 * Asks for the stored receipts of a connection to be judged again by its mapping; returns the number of the job. `title` is
 * what a person reads about it; `connectionId` is the internal number. With a client the job becomes part of its
 * transaction, and the caller announces the connections after it; without, that is done here.
 */
export async function rejudgeAfterMappingChange(
  connectionId: number,
  title: string,
  author: string,
  within?: Executor,
): Promise<number> {
  const id = await addJob(within ?? getPool(), { adapter: CUSTOM, connectionId }, title, author)
  if (!within) await announceConnections()
  return id
}
