import { parseArgs } from 'node:util'
import { startEmbeddedPostgres } from '@/lib/db/embedded/startEmbeddedPostgres'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'

/**
 * `npx tsx scripts/devDatabase.ts --data-dir <folder>`: a migrated database for trying things out.
 * Prints `DATABASE_URL=…` and runs until SIGTERM or Ctrl-C; the folder keeps the data.
 */
const { values } = parseArgs({ options: { 'data-dir': { type: 'string' } } })
const dataDir = values['data-dir']
if (!dataDir?.startsWith('/')) throw new Error('--data-dir must be an absolute path.')

const postgres = await startEmbeddedPostgres(dataDir)
let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void postgres.stop().then(() => process.exit(0))
  })
await applyMigrations(postgres.url)
console.log(`DATABASE_URL=${postgres.url}`)
setInterval(() => undefined, 2 ** 30)
