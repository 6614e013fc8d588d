import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import type { SimulatedConnection } from '@/lib/simulate/simulatedConnections'

const HISTORY_MS = 26 * 3_600_000
const WORTH_FILLING_MS = 30 * 60_000
const row = z.object({ newest: z.date().nullable() })

/**
 * From when (ms UTC) the sample business lacks history before `now`: 26 hours at the first start, later the time since
 * it was last heard of. Null when that is less than half an hour.
 */
export async function gapToFill(connections: readonly SimulatedConnection[], now: number): Promise<number | null> {
  const [found] = await sql(
    row,
    `SELECT max(b.received_at) AS newest FROM callback b JOIN connection c ON c.id = b.connection_id
      WHERE c.public_id = ANY ($1)`,
    [connections.map((connection) => connection.id)],
  )
  const from = Math.max(now - HISTORY_MS, found?.newest?.getTime() ?? 0)
  return now - from > WORTH_FILLING_MS ? from : null
}
