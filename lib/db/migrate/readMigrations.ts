import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '@/lib/projectRoot'

export interface Migration {
  /** Folder name: time stamp and what it does. */
  name: string
  sql: string
  /** As Prisma keeps it in `_prisma_migrations`. */
  checksum: string
}

/** Absolute path of the folder with the migrations. */
export function migrationsFolder(): string {
  return join(projectRoot(), 'prisma/migrations')
}

// The comments keep Next from taking the whole project into the routes that look at the migrations.

/** All migrations that this code knows, oldest first. */
export function readMigrations(folder = migrationsFolder()): Migration[] {
  return readdirSync(/* turbopackIgnore: true */ folder)
    .filter((name) => existsSync(/* turbopackIgnore: true */ join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(/* turbopackIgnore: true */ join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
