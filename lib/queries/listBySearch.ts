import { toE164 } from '@/lib/providers/e164'
import type { Cursor } from './cursor'
import { afterCursor, messageConditions, type Narrowing } from './messageConditions'
import { MESSAGE_COLUMNS } from './messageRow'
import type { SqlParameters } from './SqlParameters'

/**
 * The statement for a page of the messages that `q` names exactly: as their number (with or without "+", spaces or
 * "00"), their id or our reference. One branch per index: joined by OR, PostgreSQL would read all of a number's
 * messages before it sorts them.
 */
export function listBySearch(
  query: Narrowing & { q?: string | undefined; limit: number },
  cursor: Cursor | null,
  parameters: SqlParameters,
): string {
  const text = query.q ?? ''
  const limit = parameters.add(query.limit)
  const rest = [...messageConditions(query, parameters), ...afterCursor(cursor, parameters, 'm.cohort_at', 'm.id')]
  const branches = namings(text, parameters).map(
    (naming) =>
      `(SELECT m.* FROM message m WHERE ${[naming, ...rest].join(' AND ')}
         ORDER BY m.cohort_at DESC, m.id DESC LIMIT ${limit})`,
  )
  return `
    WITH found AS (SELECT DISTINCT ON (m.cohort_at, m.id) m.* FROM (${branches.join('\nUNION ALL\n')}) m
                    ORDER BY m.cohort_at DESC, m.id DESC LIMIT ${limit})
    SELECT ${MESSAGE_COLUMNS} FROM found m JOIN connection c ON c.id = m.connection_id
     ORDER BY m.cohort_at DESC, m.id DESC`
}

/** The ways in which a text can name a message. The key is unique within a connection only, so all are tried. */
function namings(text: string, parameters: SqlParameters): string[] {
  const exact = parameters.add(text)
  const number = toE164(text)
  return [
    `m.connection_id = ANY (ARRAY(SELECT id FROM connection)) AND m.message_key = ${exact}`,
    `m.client_reference = ${exact}`,
    // Where it is not the key: one id for several recipients, or a reference of ours as key.
    `m.provider_message_id = ${exact}`,
    ...(number === null ? [] : [`m.recipient = ${parameters.add(number)}`]),
  ]
}
