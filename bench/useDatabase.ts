import { getPool } from '@/lib/db/pool'
import { forgetSingleton } from '@/lib/db/processSingleton'

/** Points this process at another database. */
export async function useDatabase(url: string): Promise<void> {
  if (process.env['DATABASE_URL']) await getPool().end()
  for (const name of ['pool', 'prisma', 'connections']) forgetSingleton(name)
  process.env['DATABASE_URL'] = url
}
