import { z } from 'zod'
import { type Executor, sql } from '@/lib/db/sql'
import { mappingDraft } from '@/lib/contracts/mapping'
import { compileOverrides, type OverrideRow } from '../compileOverrides'
import { readOverrideRows } from '../readOverrides'
import { mappingJudge } from './mappingJudge'
import type { Rules } from './Rules'

/** Which connections a change is about. */
export interface Scope {
  adapter: string
  /** 0: all connections of the adapter. */
  connectionId: number
}

/** Something that is not stored yet: how it would be. */
export type WhatIf =
  /** This word or code judged so; status and class null: by nobody but the adapter. */
  | { override: OverrideRow }
  /** The connection read by this mapping. */
  | { mapping: unknown; connectionId: number }

/** By what the stored receipts of each connection of a scope are judged today, by internal number. */
export type RulesByConnection = ReadonlyMap<number, Rules>

const row = z.object({ id: z.number(), adapter: z.string(), mapping: z.unknown() })

/** Reads today's rules of a scope; with `whatIf`, the rules as they would be. Throws ZodError for an unusable mapping. */
export async function readRules(on: Executor, scope: Scope, whatIf?: WhatIf): Promise<RulesByConnection> {
  const stored = await readOverrideRows(on)
  const overrides = whatIf && 'override' in whatIf ? replace(stored, whatIf.override) : stored
  const connections = await sql(
    row,
    'SELECT id, adapter, mapping FROM connection WHERE adapter = $1 AND ($2::int = 0 OR id = $2) ORDER BY id',
    [scope.adapter, scope.connectionId],
    on,
  )
  return new Map(
    connections.map(({ id, adapter, mapping }) => {
      const own = whatIf && 'mapping' in whatIf && whatIf.connectionId === id ? whatIf.mapping : mapping
      const judge = own == null ? null : mappingJudge(mappingDraft.parse(own))
      return [id, { overrides: compileOverrides(overrides, adapter, id), mapping: judge }]
    }),
  )
}

function replace(rows: readonly OverrideRow[], override: OverrideRow): OverrideRow[] {
  const isOther = (row: OverrideRow) =>
    row.adapter !== override.adapter ||
    row.connectionId !== override.connectionId ||
    row.kind !== override.kind ||
    row.code !== override.code
  return [...rows.filter(isOther), override]
}
