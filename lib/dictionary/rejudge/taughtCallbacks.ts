import { z } from 'zod'
import { type Executor, sql } from '@/lib/db/sql'
import type { RulesByConnection } from './readRules'

/** So much of a word surely stands in the reason of its quarantine, which quotes it shortened. */
const QUOTED = 30

const row = z.object({ id: z.string() })

/**
 * Callbacks in quarantine for a status word that the rules now know (oldest first). With a mapping, all for an unknown
 * word: the mapping itself will tell. `only` asks about this word alone.
 */
export async function taughtCallbacks(on: Executor, rules: RulesByConnection, only?: string): Promise<string[]> {
  const wanted = [...rules].flatMap(([connectionId, { overrides, mapping }]) => {
    if (mapping && only === undefined) return [{ connectionId, word: '' }]
    const words = [...(overrides?.statuses ?? [])].filter(
      ([word, override]) => override.status !== null && (only === undefined || word === only),
    )
    return words.map(([word]) => ({ connectionId, word: word.slice(0, QUOTED) }))
  })
  if (wanted.length === 0) return []
  const rows = await sql(
    row,
    `SELECT q.callback_id AS id FROM quarantine q
      WHERE q.resolved_at IS NULL AND q.code = 'unknown_status'
        AND EXISTS (SELECT 1 FROM unnest($1::int[], $2::text[]) AS w (connection_id, word)
                     WHERE w.connection_id = q.connection_id AND (w.word = '' OR position(w.word IN q.reason) > 0))
      GROUP BY q.callback_id ORDER BY min(q.id)`,
    [wanted.map(({ connectionId }) => connectionId), wanted.map(({ word }) => word)],
    on,
  )
  return rows.map(({ id }) => id)
}
