import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { RejudgePreview } from '@/lib/contracts/codes'
import { sql } from '@/lib/db/sql'
import { maskNumber } from '@/lib/numbers/maskNumber'
import type { Judgement } from './Rules'

export interface Example {
  id: string
  from: Judgement
  to: Judgement
}

const row = z.object({ id: z.string(), recipient: z.string().nullable(), sentAt: z.date() })

/** The chosen messages as a person recognises them, with their numbers masked. */
export async function readExamples(
  client: PoolClient,
  chosen: readonly Example[],
): Promise<RejudgePreview['examples']> {
  if (chosen.length === 0) return []
  const rows = await sql(
    row,
    'SELECT id, recipient, cohort_at AS "sentAt" FROM message WHERE id = ANY ($1::bigint[])',
    [chosen.map(({ id }) => id)],
    client,
  )
  const byId = new Map(rows.map((each) => [each.id, each]))
  return chosen.flatMap((example) => {
    const known = byId.get(example.id)
    if (!known) return []
    return [{ ...example, recipient: maskNumber(known.recipient), sentAt: known.sentAt.toISOString() }]
  })
}
