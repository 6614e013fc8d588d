import type { PoolClient } from 'pg'
import type { Duplex } from 'node:stream'

/**
 * Runs `submit`, which queries without awaiting in between, so that what it sends leaves in one write. Writes to
 * PostgreSQL's socket wake its process and were a fifth of the ingest's time.
 */
export function sendTogether<T>(client: PoolClient, submit: () => T): T {
  // pg's connection is not in its types; it has been there since its first versions, for its own cursors.
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  stream.cork()
  try {
    return submit()
  } finally {
    stream.uncork()
  }
}
