import { setTimeout as delay } from 'node:timers/promises'
import type { PoolClient } from 'pg'

/** Two writers got in each other's way; the one that was chosen to lose tries again. */
const CONFLICTS: ReadonlySet<string> = new Set(['40001', '40P01'])
const MOST_CONFLICTS = 20
const PAUSE_MS = 50

/** Runs `work` in a transaction on this very client, again when it lost against another writer. Rethrows the rest. */
export async function inTransaction<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('BEGIN')
      const result = await work()
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK')
      if (attempt >= MOST_CONFLICTS || !CONFLICTS.has((error as { code?: string }).code ?? '')) throw error
      await delay(PAUSE_MS * Math.random())
    }
  }
}
