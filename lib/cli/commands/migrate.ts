import type { Command } from 'commander'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'

const HELP = `
"npm start" does this by itself. Run it on its own before the first of several servers is updated. Safe to repeat and to
run twice at once.`

/** `landed migrate` */
export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the schema of the database up to this version of Landed.')
    .option('--retry', 'try a migration again that failed, after its cause was removed')
    .option('--json', 'print one JSON document')
    .addHelpText('after', HELP)
    .action(migrate)
}

async function migrate(options: { retry?: boolean; json?: boolean }): Promise<void> {
  const retryFailed = options.retry ?? false
  const applied = await withDatabase(({ url }) => applyMigrations(url, { retryFailed }), { anySchema: true })
  printResult(options.json, { applied }, describe(applied))
}

function describe(applied: readonly string[]): string {
  if (applied.length === 0) return 'The schema is up to date.'
  return [`Applied ${applied.length}:`, ...applied.map((name) => `  ${name}`)].join('\n')
}
