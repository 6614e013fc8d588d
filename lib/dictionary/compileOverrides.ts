import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'
import type { Override, Overrides } from './Overrides'

/** An override as it is stored, as far as it judges. */
export interface OverrideRow {
  adapter: string
  /** 0: all connections of the adapter. */
  connectionId: number
  kind: 'status' | 'error'
  code: string
  status: Status | null
  failureClass: FailureClass | null
}

/** Those of the rows that judge the receipts of one connection, or null. What is said of the connection itself wins. Pure. */
export function compileOverrides(
  rows: readonly OverrideRow[],
  adapter: string,
  connectionId: number,
): Overrides | null {
  const own = rows
    .filter((row) => row.adapter === adapter && (row.connectionId === 0 || row.connectionId === connectionId))
    .filter((row) => row.status !== null || row.failureClass !== null)
    .sort((a, b) => a.connectionId - b.connectionId)
  return own.length === 0 ? null : { statuses: byCode(own, 'status'), errors: byCode(own, 'error') }
}

function byCode(rows: readonly OverrideRow[], kind: OverrideRow['kind']): Map<string, Override> {
  return new Map(
    rows
      .filter((each) => each.kind === kind)
      .map(({ code, status, failureClass }) => [code, { status, failureClass }] as const),
  )
}
