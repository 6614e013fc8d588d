import type { Connection } from '@/lib/contracts/connection'
import { transaction } from '@/lib/db/transaction'
import { notFound } from '@/lib/http/notFound'
import { announceConnections } from './announceConnections'
import { requireConnection } from './listConnections'
import { lockConnection } from './lockConnection'

/** Takes the repairs of one kind back: from then on its callbacks are checked without them. Throws HttpProblem 404. */
export async function undoRepair(publicId: string, kind: string): Promise<Connection> {
  await transaction(async (client) => {
    const { id, settings } = await lockConnection(client, publicId)
    const repairs = settings.repairs.filter((repair) => repair.kind !== kind)
    if (repairs.length === settings.repairs.length) throw notFound('repair in force', kind)
    await client.query(
      `UPDATE connection SET settings = settings || jsonb_build_object('repairs', $2::jsonb) WHERE id = $1`,
      [id, JSON.stringify(repairs)],
    )
  })
  await announceConnections()
  return requireConnection(publicId)
}
