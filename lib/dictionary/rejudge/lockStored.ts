import type { PoolClient } from 'pg'
import { bigintColumn, intColumn, textColumn } from '@/lib/db/arrayColumn'

/** What names a stored message. */
export interface MessageKey {
  id: number
  connectionId: number
  messageKey: string
}

// The way in which the ingest takes its locks (see lockMessages): each row meets itself, is locked and not written. Its own
// id is given, so that no number of the sequence is used up. Nothing of it can be inserted but a message that is gone.
const TEXT = `
INSERT INTO message AS m (id, connection_id, message_key, status, raw_status, cohort_at, first_received_at, last_received_at)
SELECT u.id, u.connection_id, u.message_key, 'unknown', '', now(), now(), now()
  FROM unnest($1::bigint[], $2::int[], $3::text[]) AS u (id, connection_id, message_key)
    ON CONFLICT (connection_id, message_key) DO UPDATE SET last_received_at = m.last_received_at WHERE false
RETURNING m.id::float8 AS id`

/**
 * Locks stored messages for this transaction, in key order like every writer. Their connections must be held by the
 * shared lock of removals, so that they cannot go. Throws when one of them is gone nevertheless.
 */
export async function lockStored(client: PoolClient, keys: readonly MessageKey[]): Promise<void> {
  const sorted = [...keys].sort(byKey)
  const { rowCount } = await client.query({
    name: 'rejudge-lock',
    text: TEXT,
    values: [
      bigintColumn(sorted, (key) => key.id),
      intColumn(sorted, (key) => key.connectionId),
      textColumn(sorted, (key) => key.messageKey),
    ],
  })
  if (rowCount) throw new Error('A message that is judged again was removed meanwhile.')
}

/** The order in which `groupArrivals` locks. */
function byKey(a: MessageKey, b: MessageKey): number {
  if (a.connectionId !== b.connectionId) return a.connectionId - b.connectionId
  return a.messageKey < b.messageKey ? -1 : 1
}
