import { getPool } from '@/lib/db/pool'
import { migrationState } from '@/lib/db/migrate/migrationState'
import { readMigrations } from '@/lib/db/migrate/readMigrations'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { log } from '@/lib/log'

/** Says that callbacks can be taken. Throws HttpProblem 503 when the database is away or its schema is not current. */
export async function readiness(): Promise<{ status: 'ok' }> {
  const { pending, unknown, failed } = await stateOfSchema()
  if (failed.length > 0) throw notReady('A migration of the database failed; "landed migrate" says more.')
  if (pending.length > 0) throw notReady('The database has not been migrated to this version of Landed.')
  if (unknown.length > 0) throw notReady('The database is newer than this version of Landed.')
  return { status: 'ok' }
}

async function stateOfSchema() {
  try {
    return await migrationState(getPool(), readMigrations())
  } catch (error) {
    log.warn({ err: error }, 'not ready: the database cannot be asked')
    throw notReady('The database cannot be reached. Providers are told to try again; nothing is lost.')
  }
}

function notReady(detail: string): HttpProblem {
  return new HttpProblem(503, 'Not ready', detail)
}
