import { announceConnections } from '@/lib/connections/announceConnections'
import type { OverrideChanged } from '@/lib/contracts/codes'
import { transaction } from '@/lib/db/transaction'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { notFound } from '@/lib/http/notFound'
import { findOverride } from './listOverrides'
import { toCodeOverride } from './overrideRow'
import { endTitle } from './overrideTitle'
import { addJob } from './rejudge/job'

/**
 * Ends an override: the adapter's own judgement holds again, also for stored receipts (in the background, exactly as it
 * was). The row stays as history. Throws HttpProblem 404, or 409 when it has ended already.
 */
export async function endOverride(id: number, author: string): Promise<OverrideChanged> {
  const changed = await transaction(async (client) => {
    const { rowCount } = await client.query(
      'UPDATE code_override SET ended_at = now(), ended_by = $2 WHERE id = $1 AND ended_at IS NULL',
      [id, author],
    )
    const stored = await findOverride(id, client)
    if (!stored) throw notFound('override', String(id))
    if (!rowCount) throw new HttpProblem(409, 'It has ended already', `Override ${id} is no longer in force.`)
    const isJudgedAnew = stored.status !== null || stored.failureClass !== null
    const job = isJudgedAnew ? await addJob(client, stored, endTitle(stored), author) : null
    return { override: toCodeOverride(stored), job }
  })
  await announceConnections()
  return changed
}
