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
  secrets: z.instanceof(Buffer),
  previousUntil: z.date().nullable(),
  previousUsedAt: z.date().nullable(),
  settings: z.unknown(),
  mapping: z.unknown(),
  mappingDraft: z.unknown(),
  lastSeenAt: z.date().nullable(),
})

const SELECT = `
  SELECT c.public_id AS "publicId", c.adapter, c.name, c.sample, c.created_at AS "createdAt",
         c.paused_at AS "pausedAt", c.secrets, c.previous_until AS "previousUntil",
         c.previous_used_at AS "previousUsedAt", c.settings, c.mapping,
         c.mapping_draft AS "mappingDraft", newest.received_at AS "lastSeenAt"
    FROM connection c
    LEFT JOIN LATERAL (SELECT received_at FROM callback WHERE connection_id = c.id AND outcome <> 'refused'
                        ORDER BY received_at DESC LIMIT 1) newest ON true`

/** All connections, oldest first, with the arrival of each one's newest callback among those still kept. */
export async function listConnections(): Promise<ConnectionContract[]> {
  const rows = await sql(row, `${SELECT} ORDER BY c.id`)
  return rows.map((connection) => describeConnection(connection, connection.lastSeenAt))
}

/** One of them; null when there is none with this id. */
export async function readConnection(publicId: string): Promise<ConnectionContract | null> {
  const [found] = await sql(row, `${SELECT} WHERE c.public_id = $1`, [publicId])
  return found ? describeConnection(found, found.lastSeenAt) : null
}

/** The same for one that is known to exist. Throws when it was removed in this very moment. */
export async function requireConnection(publicId: string): Promise<ConnectionContract> {
  const found = await readConnection(publicId)
  if (!found) throw new Error(`Connection ${publicId} was removed meanwhile.`)
  return found
}
