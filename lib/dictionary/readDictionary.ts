import { createHash } from 'node:crypto'
import { allConnections, reload } from '@/lib/connections/directory'
import { CUSTOM } from '@/lib/providers/mapped'
import { ADAPTERS } from '@/lib/providers/registry'
import { buildDictionary, type Source } from './buildDictionary'
import { overridesInForce } from './listOverrides'

/** The whole dictionary as JSON, with the tag that changes when it does: browsers ask again and mostly hear "as before". */
export async function readDictionary(): Promise<{ json: string; etag: string }> {
  await reload()
  const adapters = Object.values(ADAPTERS).map((reader): Source => ({ reader, connection: null }))
  const mapped = allConnections().flatMap(({ id, publicId, name, adapter, reader }): Source[] =>
    adapter === CUSTOM && reader ? [{ reader, connection: { id: publicId, name, number: id } }] : [],
  )
  const json = JSON.stringify(buildDictionary([...adapters, ...mapped], await overridesInForce()))
  return { json, etag: `"${createHash('sha1').update(json).digest('base64url')}"` }
}
