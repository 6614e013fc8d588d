import { isDeepStrictEqual } from 'node:util'
import type { PoolClient } from 'pg'
import { announceConnections } from '@/lib/connections/announceConnections'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { MappingSwitchedOn } from '@/lib/contracts/mappingApi'
import { mappingProblems } from '@/lib/contracts/mappingProblems'
import { transaction } from '@/lib/db/transaction'
import { rejudgeAfterMappingChange } from '@/lib/dictionary/rejudgeAfterMappingChange'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { missingSecrets } from './missingSecrets'
import { replayWaiting } from './replayWaiting'
import { type StoredMapping, storedMapping } from './storedMapping'

/**
 * Makes the draft what reads the callbacks of its connection, in every process, and applies in the background what has
 * waited for it. Where the tables of a mapping in use have changed, stored receipts are judged again. `author` stands
 * beside that. Throws HttpProblem 404, 409, or 422 naming each field that is missing or makes no sense.
 */
export async function switchOnMapping(publicId: string, author: string): Promise<MappingSwitchedOn> {
  const rejudging = await transaction(async (client) => {
    const stored = await storedMapping(publicId, client)
    check(stored)
    const rejudging = await mustRejudge(client, stored)
    if (rejudging)
      await rejudgeAfterMappingChange(stored.id, `The mapping of ${stored.name} was changed`, author, client)
    await client.query('UPDATE connection SET mapping = $2, mapping_draft = NULL WHERE id = $1', [
      stored.id,
      JSON.stringify(stored.draft),
    ])
    return rejudging
  })
  await announceConnections()
  return { replaying: await replayWaiting(publicId), rejudging }
}

function check({ draft, secrets }: StoredMapping): void {
  const errors = [...mappingProblems(draft), ...missingSecrets(draft.proof, secrets ?? {})]
  if (errors.length === 0) return
  const detail = errors.map(({ field, message }) => `${field}: ${message}`).join(' ')
  throw new HttpProblem(422, 'The mapping is not complete', detail, errors)
}

/** What a receipt means hangs on these; what it says does not change any more. */
export function tablesOf({ statuses, ignoreCase, unknownWords, errors }: MappingDraft) {
  const classes = errors.map(({ code, failureClass }) => ({ code, failureClass }))
  return { statuses, ignoreCase, unknownWords, classes }
}

async function mustRejudge(client: PoolClient, { id, active, draft }: StoredMapping): Promise<boolean> {
  if (!active || isDeepStrictEqual(tablesOf(active), tablesOf(draft))) return false
  const { rowCount } = await client.query('SELECT 1 FROM message WHERE connection_id = $1 LIMIT 1', [id])
  return rowCount === 1
}
