import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { localDays } from './localDays'

const row = z.object({ first: z.date().nullable(), last: z.date().nullable() })

/**
 * The starts of the local days that hold everything between the two instants that `bounds` selects (SQL of one row
 * `first, last`), as a parameter for `localDaySql`. Empty when they are NULL, which is: nothing to count.
 */
export async function readLocalDays(client: PoolClient, bounds: string, timeZone: string): Promise<string[]> {
  const [found] = await sql(row, bounds, [], client)
  if (!found?.first || !found.last) return []
  return localDays(found.first.getTime(), found.last.getTime(), timeZone).map((day) => new Date(day).toISOString())
}
