import type { PoolClient } from 'pg'
import { getPool } from './pool'

/** Runs `work` in one transaction: commits when it resolves, rolls back and rethrows when it throws. */
export async function transaction<T>(work: (client: PoolClient) => Promise<T>, pool = getPool()): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

/** A connection on which even ROLLBACK fails is broken: it is destroyed instead of going back to the pool. */
async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch (error) {
    client.release(error instanceof Error ? error : true)
  }
}
