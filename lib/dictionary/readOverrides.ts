import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import type { Override, Overrides } from './Overrides'

const row = z.object({
  adapter: z.string(),
  connectionId: z.number(),
  kind: z.enum(['status', 'error']),
  code: z.string(),
  status: z.enum(STATUSES).nullable(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
})
type Row = z.output<typeof row>

// Those of an adapter first, so that those of a connection replace them.
const IN_FORCE = `
  SELECT adapter, connection_id AS "connectionId", kind, code, status, failure_class AS "failureClass"
    FROM code_override WHERE ended_at IS NULL AND (status IS NOT NULL OR failure_class IS NOT NULL)
   ORDER BY connection_id`

/** Reads the overrides in force; what comes back gives those of one connection, or null when it has none. */
export async function readOverrides(): Promise<(adapter: string, connectionId: number) => Overrides | null> {
  const rows = await sql(row, IN_FORCE)
  return (adapter, connectionId) =>
    compile(rows.filter((each) => each.adapter === adapter && [0, connectionId].includes(each.connectionId)))
}

function compile(rows: readonly Row[]): Overrides | null {
  if (rows.length === 0) return null
  return { statuses: byCode(rows, 'status'), errors: byCode(rows, 'error') }
}

function byCode(rows: readonly Row[], kind: Row['kind']): Map<string, Override> {
  return new Map(
    rows
      .filter((each) => each.kind === kind)
      .map(({ code, status, failureClass }) => [code, { status, failureClass }] as const),
  )
}
