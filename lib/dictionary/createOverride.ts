import type { PoolClient } from 'pg'
import { z } from 'zod'
import { announceConnections } from '@/lib/connections/announceConnections'
import type { OverrideChanged, OverrideCreate } from '@/lib/contracts/codes'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { failureClassFor } from '@/lib/providers/failureClassFor'
import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'
import { findOverride } from './listOverrides'
import { toCodeOverride } from './overrideRow'
import { overrideTitle } from './overrideTitle'
import { addJob } from './rejudge/job'
import type { Scope } from './rejudge/readRules'
import { resolveScope, unusable } from './resolveScope'

/** Two people who say something of the same word at once: one waits for the other. */
const OVERRIDE_LOCK = 7004

/**
 * Says what a word or code means, against the adapter's table. What was said of it before ends. Where status or reason
 * change, stored receipts are judged again in the background, and callbacks that waited for the word are applied.
 * Throws HttpProblem 422 naming the field, 409 when nothing would change.
 */
export async function createOverride(input: OverrideCreate): Promise<OverrideChanged> {
  checkOverride(input)
  const changed = await transaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [OVERRIDE_LOCK])
    const scope = await resolveScope(input, client)
    const before = await endBefore(client, scope, input)
    const id = await insert(client, scope, input)
    const isJudgedAnew = before.status !== input.status || before.failureClass !== input.failureClass
    const job = isJudgedAnew ? await addJob(client, scope, overrideTitle(input), input.author) : null
    const stored = await findOverride(id, client)
    if (!stored) throw new Error('The override was not stored.')
    return { override: toCodeOverride(stored), job }
  })
  await announceConnections()
  return changed
}

/** Throws HttpProblem 422 for what contradicts itself or says nothing. */
export function checkOverride(input: OverrideCreate): void {
  const { status, failureClass, permanent, plain, nextStep } = input
  if (status === null && failureClass === null && permanent === null && plain === null && nextStep === null)
    throw unusable('status', 'or failureClass, permanent, plain or nextStep is required: it says nothing yet.')
  if (status !== null && failureClass !== null && failureClassFor(status, undefined) === null)
    throw unusable('failureClass', `cannot stand beside the status "${status}": only failures have a reason.`)
}

const before = z.object({
  status: z.custom<Status>().nullable(),
  failureClass: z.custom<FailureClass>().nullable(),
  permanent: z.boolean().nullable(),
  plain: z.string().nullable(),
  nextStep: z.string().nullable(),
  note: z.string().nullable(),
})
const NOTHING = { status: null, failureClass: null, permanent: null, plain: null, nextStep: null, note: null }

/** Ends what was in force for the very same word and scope; returns what it said. */
async function endBefore(client: PoolClient, scope: Scope, input: OverrideCreate): Promise<z.output<typeof before>> {
  const [ended] = await sql(
    before,
    `UPDATE code_override SET ended_at = now(), ended_by = $5
      WHERE adapter = $1 AND connection_id = $2 AND kind = $3 AND code = $4 AND ended_at IS NULL
     RETURNING status, failure_class AS "failureClass", permanent, plain, next_step AS "nextStep", note`,
    [scope.adapter, scope.connectionId, input.kind, input.code, input.author],
    client,
  )
  if (!ended) return NOTHING
  const same = (Object.keys(NOTHING) as (keyof typeof NOTHING)[]).every((field) => ended[field] === input[field])
  if (same) throw new HttpProblem(409, 'Nothing would change', 'It is said of this word already, in the same words.')
  return ended
}

async function insert(client: PoolClient, scope: Scope, input: OverrideCreate): Promise<number> {
  const [added] = await sql(
    z.object({ id: z.number() }),
    `INSERT INTO code_override (adapter, connection_id, kind, code, status, failure_class, permanent, plain, next_step,
                                note, author)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
    [
      ...[scope.adapter, scope.connectionId, input.kind, input.code, input.status, input.failureClass],
      ...[input.permanent, input.plain, input.nextStep, input.note, input.author],
    ],
    client,
  )
  if (!added) throw new Error('The override was not stored.')
  return added.id
}
