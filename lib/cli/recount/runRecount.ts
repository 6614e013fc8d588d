import { getPool } from '@/lib/db/pool'
import { recount } from '@/lib/rollups/recount'
import type { Difference } from '@/lib/rollups/recounting/Difference'
import { printResult } from '../printResult'
import { table } from '../table'
import { withDatabase } from '../withDatabase'

const SHOWN = 20

/** `landed recount`: exit code 1 on any difference. */
export async function runRecount(options: { sample?: number; json?: boolean }): Promise<void> {
  const differences = await withDatabase(() => recount(getPool(), options))
  printResult(options.json, { clean: differences.length === 0, differences }, describe(differences))
  if (differences.length > 0) process.exitCode = 1
}

function describe(differences: readonly Difference[]): string {
  if (differences.length === 0) return 'Every counter equals its recount, and every message the join of its receipts.'
  const more = differences.length - SHOWN
  return [
    `${differences.length} ${differences.length === 1 ? 'difference' : 'differences'} found.`,
    '',
    table([['TABLE', 'COLUMN', 'EXPECTED', 'FOUND', 'ROW'], ...differences.slice(0, SHOWN).map(line)]),
    ...(more > 0 ? [`… and ${more} more; --json prints them all.`] : []),
  ].join('\n')
}

function line({ table: name, column, expected, found, key }: Difference): string[] {
  const row = Object.entries(key).map(([part, value]) => `${part}=${value === '' ? '""' : value}`)
  return [name, column, expected, found, row.join(' ')]
}
