import type pg from 'pg'
import type { Migration } from './readMigrations'

/** How a database stands to the migrations of this code. */
export interface MigrationState {
  /** Known here, not yet applied there; oldest first. */
  pending: string[]
  /** Applied there, unknown here: the database belongs to a newer version of Landed. */
  unknown: string[]
  /** Begun there and never finished. */
  failed: { name: string; reason: string }[]
  /** Applied there with another text than the one known here. */
  edited: string[]
}

interface Row {
  migration_name: string
  checksum: string
  finished_at: Date | null
  logs: string | null
}

/** Compares `_prisma_migrations` with the known migrations. Only reads. */
export async function migrationState(
  client: pg.Client | pg.Pool,
  known: readonly Migration[],
): Promise<MigrationState> {
  const rows = await appliedRows(client)
  const finished = new Map(rows.filter((row) => row.finished_at).map((row) => [row.migration_name, row.checksum]))
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]))
  return {
    pending: known.map(({ name }) => name).filter((name) => !finished.has(name)),
    unknown: [...finished.keys()].filter((name) => !checksums.has(name)),
    failed: rows
      .filter((row) => !row.finished_at)
      .map((row) => ({ name: row.migration_name, reason: reasonIn(row.logs) })),
    edited: [...finished]
      .filter(([name, sum]) => checksums.has(name) && checksums.get(name) !== sum)
      .map(([name]) => name),
  }
}

async function appliedRows(client: pg.Client | pg.Pool): Promise<Row[]> {
  const table = await client.query<{ found: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found")
  if (!table.rows[0]?.found) return []
  const rows = await client.query<Row>(
    `SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows.rows
}

/** Prisma keeps the database's error in `logs`, among headings and a trace of its own functions. */
function reasonIn(logs: string | null): string {
  return /ERROR: (.*)/.exec(logs ?? '')?.[1]?.trim() ?? logs?.split('\n')[0]?.trim() ?? 'it was interrupted'
}
