import { getPool } from '@/lib/db/pool'
import type { NewCodeDismiss } from '@/lib/contracts/codes'
import { HttpProblem } from '@/lib/http/HttpProblem'

/** Puts a new code aside, or takes it back. It goes on being counted. Throws HttpProblem 404 for one that was never met. */
export async function dismissNewCode({ connection, kind, code, dismissed, author }: NewCodeDismiss): Promise<void> {
  const { rowCount } = await getPool().query(
    `UPDATE new_code SET dismissed_at = CASE WHEN $4 THEN now() END, dismissed_by = CASE WHEN $4 THEN $5::text END
      WHERE connection_id = (SELECT id FROM connection WHERE public_id = $1) AND kind = $2 AND code = $3`,
    [connection, kind, code, dismissed, author],
  )
  if (!rowCount) throw new HttpProblem(404, 'Not found', `This connection has never brought the code "${code}".`)
}
