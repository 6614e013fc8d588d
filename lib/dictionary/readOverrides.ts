import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { type Executor, sql } from '@/lib/db/sql'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import { compileOverrides, type OverrideRow } from './compileOverrides'
import type { Overrides } from './Overrides'

const row = z.object({
  adapter: z.string(),
  connectionId: z.number(),
  kind: z.enum(['status', 'error']),
  code: z.string(),
  status: z.enum(STATUSES).nullable(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
})

const IN_FORCE = `
  SELECT adapter, connection_id AS "connectionId", kind, code, status, failure_class AS "failureClass"
    FROM code_override WHERE ended_at IS NULL AND (status IS NOT NULL OR failure_class IS NOT NULL)`

/** Reads the overrides in force; what comes back gives those of one connection, or null when it has none. */
export async function readOverrides(): Promise<(adapter: string, connectionId: number) => Overrides | null> {
  const rows = await readOverrideRows()
  return (adapter, connectionId) => compileOverrides(rows, adapter, connectionId)
}

/** The overrides in force that judge receipts, of all adapters. */
export function readOverrideRows(on: Executor = getPool()): Promise<OverrideRow[]> {
  return sql(row, IN_FORCE, [], on)
}
