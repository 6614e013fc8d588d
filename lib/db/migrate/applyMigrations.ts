import type pg from 'pg'
import { log } from '@/lib/log'
import { StartProblem } from '@/lib/StartProblem'
import { connectDatabase } from './connectDatabase'
import { migrationState, type MigrationState } from './migrationState'
import { migrationsFolder, readMigrations, type Migration } from './readMigrations'
import { withSchemaEngine } from './withSchemaEngine'

/** Any number, the same in all versions of Landed. Not Prisma's own (72707369), which its engine takes inside. */
const LOCK = 4_720_001

export interface MigrateOptions {
  /** Try failed migrations again. For a person who has removed the cause. */
  retryFailed?: boolean
  /** For tests; default: those of this code. */
  migrations?: Migration[]
}

/**
 * Brings the database up to this code's schema and returns the names of what was applied (none: it was up to date).
 * Two processes may start at once: the second waits, then finds nothing to do.
 * @throws StartProblem: database unreachable, newer than this code, in use by something else, or a migration failed
 */
export async function applyMigrations(databaseUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const known = options.migrations ?? readMigrations()
  const client = await connectDatabase(databaseUrl)
  try {
    // Held by this connection: released even when this process is killed.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    if (options.retryFailed) await forgetFailed(client)
    const state = await migrationState(client, known)
    refuse(state)
    if (state.edited.length > 0)
      log.warn({ migrations: state.edited }, 'migrations were edited after they were applied')
    if (state.pending.length > 0) await refuseForeignTables(client, state.pending.length === known.length)
    return state.pending.length === 0 ? [] : await apply(databaseUrl, known, client)
  } finally {
    await client.end()
  }
}

function refuse({ unknown, failed }: MigrationState): void {
  if (unknown.length > 0)
    throw new StartProblem(
      `The database is newer than this version of Landed (it has the migration ${unknown.at(-1)}): start the newer version.`,
    )
  const first = failed[0]
  if (first)
    throw new StartProblem(
      `The migration ${first.name} failed on this database (${first.reason}): remove the cause, then run bin/landed migrate --retry.`,
    )
}

/** A schema with tables but without our history is somebody else's. */
async function refuseForeignTables(client: pg.Client, isFirst: boolean): Promise<void> {
  if (!isFirst) return
  const tables = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
     ORDER BY relname LIMIT 1`,
  )
  if (tables.rows[0])
    throw new StartProblem(
      `The database already holds tables that are not Landed's (such as "${tables.rows[0].name}"): give Landed an empty database of its own.`,
    )
}

async function apply(databaseUrl: string, known: readonly Migration[], client: pg.Client): Promise<string[]> {
  const migrationsList = {
    baseDir: migrationsFolder(),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
    shadowDbInitScript: '',
    migrationDirectories: known.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
  const input = { migrationsList, filters: { externalTables: [], externalEnums: [] } }
  try {
    return (await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations(input))).appliedMigrationNames
  } catch (error) {
    // The engine's own message is long and technical; what it wrote down has the database's reason.
    refuse(await migrationState(client, known))
    throw error
  }
}

async function forgetFailed(client: pg.Client): Promise<void> {
  const table = await client.query<{ found: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found")
  if (table.rows[0]?.found)
    await client.query(
      'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
    )
}
