import { z } from 'zod'
import type { Connection as ConnectionContract } from '@/lib/contracts/connection'
import { sql } from '@/lib/db/sql'
import { describeConnection } from './describeConnection'

const row = z.object({
  publicId: z.string(),
  adapter: z.string(),
  name: z.string(),
  sample: z.boolean(),
  createdAt: z.date(),
  pausedAt: z.date().nullable(),
  lastSeenAt: z.date().nullable(),
})

/** All connections, oldest first, with the arrival of each one's newest callback among those still kept. */
export async function listConnections(): Promise<ConnectionContract[]> {
  const rows = await sql(
    row,
    `SELECT c.public_id AS "publicId", c.adapter, c.name, c.sample, c.created_at AS "createdAt",
            c.paused_at AS "pausedAt", newest.received_at AS "lastSeenAt"
       FROM connection c
       LEFT JOIN LATERAL (SELECT received_at FROM callback WHERE connection_id = c.id AND outcome <> 'refused'
                           ORDER BY received_at DESC LIMIT 1) newest ON true
      ORDER BY c.id`,
  )
  return rows.map((connection) => describeConnection(connection, connection.lastSeenAt))
}
