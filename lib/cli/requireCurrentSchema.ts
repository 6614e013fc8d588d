import { connectDatabase } from '@/lib/db/migrate/connectDatabase'
import { migrationState } from '@/lib/db/migrate/migrationState'
import { readMigrations } from '@/lib/db/migrate/readMigrations'
import { StartProblem } from '@/lib/StartProblem'

/** Throws StartProblem when the database cannot be reached or does not have exactly the schema of this code. */
export async function requireCurrentSchema(databaseUrl: string): Promise<void> {
  const client = await connectDatabase(databaseUrl)
  try {
    const { pending, unknown } = await migrationState(client, readMigrations())
    if (unknown.length > 0)
      throw new StartProblem(
        `The database is newer than this version of Landed (it has the migration ${unknown.at(-1)}).`,
      )
    if (pending.length > 0)
      throw new StartProblem(
        `The schema of the database is older than this version of Landed: run "landed migrate" first.`,
      )
  } finally {
    await client.end()
  }
}
