import { z } from 'zod'
import { type Executor, sql } from '@/lib/db/sql'
import { getPool } from '@/lib/db/pool'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { CUSTOM } from '@/lib/providers/mapped'
import { findAdapter } from '@/lib/providers/registry'
import type { Scope } from './rejudge/readRules'

const row = z.object({ id: z.number(), adapter: z.string() })

/**
 * The connections that a word or code is said of. `connection` is a public id; null means all of the adapter, which makes no
 * sense for mappings: each has words of its own. Throws HttpProblem 422 naming the field.
 */
export async function resolveScope(
  { adapter, connection }: { adapter: string; connection: string | null },
  on: Executor = getPool(),
): Promise<Scope> {
  if (adapter !== CUSTOM && !findAdapter(adapter))
    throw unusable('adapter', `is no provider that Landed knows: "${adapter}".`)
  if (connection === null) {
    if (adapter === CUSTOM) throw unusable('connection', 'is required here: each mapping has words of its own.')
    return { adapter, connectionId: 0 }
  }
  const [found] = await sql(row, 'SELECT id, adapter FROM connection WHERE public_id = $1', [connection], on)
  if (!found) throw unusable('connection', `is not known: "${connection}".`)
  if (found.adapter !== adapter) throw unusable('connection', `belongs to "${found.adapter}", not to "${adapter}".`)
  return { adapter, connectionId: found.id }
}

/** A body with one wrong field. */
export function unusable(field: string, message: string): HttpProblem {
  return new HttpProblem(422, 'The body cannot be used', `${field} ${message}`, [{ field, message }])
}
