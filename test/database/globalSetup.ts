import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '@/lib/db/embedded/startEmbeddedPostgres'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the migrated database that every test database is copied from. */
    templateUrl: string
  }
}

/** One PostgreSQL for all database tests, in a folder that is thrown away: so it need not be durable. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'landed-test-'))
  // As root PostgreSQL runs as another user, who must be able to pass through.
  chmodSync(dataDir, 0o711)
  const settings = { fsync: 'off', synchronous_commit: 'off', shared_buffers: '256MB', max_connections: 200 }
  const postgres = await startEmbeddedPostgres(dataDir, { settings })
  await applyMigrations(postgres.url)
  project.provide('templateUrl', postgres.url)
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
