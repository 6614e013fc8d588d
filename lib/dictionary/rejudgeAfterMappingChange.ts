import { announceConnections } from '@/lib/connections/announceConnections'
import { getPool } from '@/lib/db/pool'
import { CUSTOM } from '@/lib/providers/mapped'

/**
 * Asks for the stored receipts of a connection to be judged again by its mapping. `title` is what a person reads about
 * it; `connectionId` is the internal number.
 */
export async function rejudgeAfterMappingChange(connectionId: number, title: string, author: string): Promise<void> {
  await getPool().query(`INSERT INTO rejudge_job (adapter, connection_id, title, author) VALUES ($1, $2, $3, $4)`, [
    CUSTOM,
    connectionId,
    title,
    author,
  ])
  await announceConnections()
}
