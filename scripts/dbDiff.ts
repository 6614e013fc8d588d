import { copyFileSync, mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '@/lib/db/embedded/startEmbeddedPostgres'
import { diffModels } from '@/lib/db/migrate/diffModels'
import { migrationsFolder } from '@/lib/db/migrate/readMigrations'
import { projectRoot } from '@/lib/projectRoot'

/** `npm run db:diff -- <name>`: writes a new migration from what changed in prisma/schema.prisma since the last one. */
const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Give the migration a name of small letters, digits and "_": npm run db:diff -- add_price\n')
  process.exit(1)
}

const models = join(projectRoot(), 'prisma/schema.prisma')
const snapshot = join(migrationsFolder(), 'schema.snapshot.prisma')
const sql = await diff(readFileSync(snapshot, 'utf8'), readFileSync(models, 'utf8'))
if (sql === '') console.log('prisma/schema.prisma says the same as the migrations: nothing to write.')
else writeMigration(sql)

function writeMigration(statements: string): void {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(migrationsFolder(), `${stamp}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), statements)
  copyFileSync(models, snapshot)
  console.log(`prisma/migrations/${stamp}_${name}/migration.sql\n\n${statements}`)
  console.log(
    'Read it: what it cannot know (partial indexes, a default for old rows) is edited by hand now, never later.',
  )
}

/** Prisma's engine wants a database even to compare two models: a short-lived one of its own. */
async function diff(from: string, to: string): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'landed-diff-'))
  chmodSync(dataDir, 0o711)
  const postgres = await startEmbeddedPostgres(dataDir, { settings: { fsync: 'off', shared_buffers: '64MB' } })
  try {
    return await diffModels(postgres.url, from, to)
  } finally {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
