import type { Pool, PoolClient } from 'pg'
import type { z } from 'zod'
import { getPool } from './pool'

export type Executor = Pool | PoolClient

/**
 * Sends one plain SQL statement and parses each row with the given zod shape. The one way to read analytic SQL.
 * int8 and numeric arrive as text (z.coerce them), timestamptz as Date, bytea as Buffer.
 * Throws what pg throws, or a ZodError when a row is not what the caller believes it to be.
 */
export async function sql<S extends z.ZodType>(
  shape: S,
  text: string,
  values: readonly unknown[] = [],
  on: Executor = getPool(),
): Promise<z.output<S>[]> {
  const result = await on.query(text, values as unknown[])
  return result.rows.map((row) => shape.parse(row))
}
