import { z } from 'zod'
import { openSecrets } from '@/lib/connections/sealSecrets'
import { secretKey } from '@/lib/connections/secretKey'
import { emptyMapping } from '@/lib/contracts/emptyMapping'
import { mappingDraft, type MappingDraft } from '@/lib/contracts/mapping'
import { type Executor, sql } from '@/lib/db/sql'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { notFound } from '@/lib/http/notFound'
import { CUSTOM } from '@/lib/providers/mapped'
import type { Secrets } from '@/lib/providers/types'

const row = z.object({
  id: z.number(),
  publicId: z.string(),
  adapter: z.string(),
  name: z.string(),
  secrets: z.instanceof(Buffer),
  settings: z.unknown(),
  mapping: z.unknown(),
  draft: z.unknown(),
})

/** A connection of the `custom` kind with its mappings. */
export interface StoredMapping {
  id: number
  publicId: string
  name: string
  /** Null when they were sealed with another key. */
  secrets: Secrets | null
  settings: unknown
  active: MappingDraft | null
  draft: MappingDraft
}

/** Reads it; with a client of a transaction, locked until its end. Throws HttpProblem 404, or 409 for other adapters. */
export async function storedMapping(publicId: string, lockedOn?: Executor): Promise<StoredMapping> {
  const [found] = await sql(
    row,
    `SELECT id, public_id AS "publicId", adapter, name, secrets, settings, mapping, mapping_draft AS draft
       FROM connection WHERE public_id = $1 ${lockedOn ? 'FOR UPDATE' : ''}`,
    [publicId],
    lockedOn,
  )
  if (!found) throw notFound('connection', publicId)
  if (found.adapter !== CUSTOM)
    throw new HttpProblem(409, 'No mapping here', `Landed reads the callbacks of ${found.adapter} without a mapping.`)
  const active = readable(found.mapping)
  return {
    id: found.id,
    publicId: found.publicId,
    name: found.name,
    settings: found.settings,
    secrets: tryOpen(found.secrets),
    active,
    draft: readable(found.draft) ?? active ?? emptyMapping(found.name),
  }
}

/** One of another version than ours is as good as none. */
function readable(stored: unknown): MappingDraft | null {
  const read = mappingDraft.safeParse(stored)
  return read.success ? read.data : null
}

function tryOpen(sealed: Buffer): Secrets | null {
  try {
    return openSecrets(sealed, secretKey())
  } catch {
    return null
  }
}
