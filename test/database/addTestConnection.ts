import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'

/** A connection row without real secrets, for tests that go past the doors. Returns its internal number. */
export async function addTestConnection(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO connection (public_id, adapter, name, secrets) VALUES ($1, 'landed', 'Test', '\\x00') RETURNING id`,
    [randomUUID()],
  )
  const [row] = rows
  if (!row) throw new Error('The connection was not added.')
  return row.id
}
