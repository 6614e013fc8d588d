import type { PoolClient } from 'pg'

export interface Purged {
  messages: number
  receipts: number
}

/** In the order in which their rows go; those of `message` go before. */
const TABLES = [
  'rollup',
  'rollup_failure',
  'quarantine',
  'callback',
  'refusal',
  'connection_minute',
  'new_code',
  'code_override',
  'rejudge_job',
]

/** Deletes everything that came through a connection that is gone already, counters included. Runs in the caller's transaction. */
export async function purgeConnection(client: PoolClient, id: number): Promise<Purged> {
  const run = async (text: string) => (await client.query(text, [id])).rowCount ?? 0
  await client.query('SET LOCAL statement_timeout = 0')
  await run('DELETE FROM unlanded USING message m WHERE m.connection_id = $1 AND m.id = message_id')
  const receipts = await run('DELETE FROM receipt r USING message m WHERE m.connection_id = $1 AND r.message_id = m.id')
  const messages = await run('DELETE FROM message WHERE connection_id = $1')
  for (const table of TABLES) await run(`DELETE FROM ${table} WHERE connection_id = $1`)
  return { messages, receipts }
}
