import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import type { CommandDatabase } from '../withDatabase'

const row = z.object({
  version: z.string(),
  bytes: z.coerce.number(),
  connections: z.coerce.number(),
  messages: z.coerce.number(),
  lastCallbackAt: z.date().nullable(),
  quarantined: z.coerce.number(),
})

export interface InstallationStatus {
  database: { kind: 'embedded' | 'DATABASE_URL'; version: string; bytes: number }
  connections: number
  /** Taken from the day counters: exact, and as fast with ten million messages as with ten. */
  messages: number
  lastCallbackAt: string | null
  openQuarantine: number
}

/** Reads the state of the installation behind the process's pool. */
export async function readStatus({ embedded }: CommandDatabase): Promise<InstallationStatus> {
  const [found] = await sql(
    row,
    `SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
            (SELECT count(*) FROM connection) AS connections,
            (SELECT coalesce(sum(queued + sending + sent + "unknown" + expired + rejected + failed + undelivered
                                 + delivered + read), 0) FROM rollup WHERE grain = 'd') AS messages,
            (SELECT max(received_at) FROM callback) AS "lastCallbackAt",
            (SELECT count(DISTINCT callback_id) FROM quarantine WHERE resolved_at IS NULL) AS quarantined`,
  )
  if (!found) throw new Error('PostgreSQL gave no row for a query that always gives one.')
  return {
    database: { kind: embedded ? 'embedded' : 'DATABASE_URL', version: found.version, bytes: found.bytes },
    connections: found.connections,
    messages: found.messages,
    lastCallbackAt: found.lastCallbackAt?.toISOString() ?? null,
    openQuarantine: found.quarantined,
  }
}
