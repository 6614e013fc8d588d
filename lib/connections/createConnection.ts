import { randomInt } from 'node:crypto'
import type { ConnectionCreate, ConnectionCreated } from '@/lib/contracts/connection'
import { emptyMapping } from '@/lib/contracts/emptyMapping'
import { mappingDraft, type MappingDraft } from '@/lib/contracts/mapping'
import { getPrisma } from '@/lib/db/prisma'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { CUSTOM } from '@/lib/providers/mapped'
import { ADAPTERS, findAdapter } from '@/lib/providers/registry'
import type { Adapter } from '@/lib/providers/types'
import { announceConnections } from './announceConnections'
import { draftOwner } from './customOwner'
import { describeConnection } from './describeConnection'
import { sealSecrets } from './sealSecrets'
import { checkSecrets, generateSecrets } from './secretFields'
import { secretKey } from './secretKey'

const ID_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const ID_LENGTH = 12
const TITLE = 'The connection cannot be added'

/**
 * Adds a connection and returns it with the secrets that Landed made up for it; they are shown this once.
 * Throws HttpProblem 422 naming the field for an unknown provider or secret, or a missing one.
 */
export async function createConnection(input: ConnectionCreate & { sample?: boolean }): Promise<ConnectionCreated> {
  const draft = draftOf(input)
  const adapter = draft ? draftOwner(draft) : adapterOf(input.adapter)
  const given = input.secrets ?? {}
  const generated = generateSecrets(adapter, (field) => !given[field.name])
  const secrets = { ...given, ...generated }
  checkSecrets(adapter, secrets, TITLE)
  const stored = await getPrisma().connection.create({
    data: {
      publicId: newPublicId(),
      adapter: adapter.id,
      name: input.name,
      secrets: new Uint8Array(sealSecrets(secrets, secretKey())),
      sample: input.sample ?? false,
      ...(draft ? { mappingDraft: draft } : {}),
    },
  })
  await announceConnections()
  return { ...describeConnection(stored, null), generatedSecrets: generated }
}

/** The mapping with which a connection without an adapter begins. */
function draftOf({ adapter, name, mapping }: ConnectionCreate): MappingDraft | null {
  if (adapter === CUSTOM) return mapping ? mappingDraft.parse(mapping) : emptyMapping(name)
  if (mapping) throw invalid('mapping', `Only the adapter "${CUSTOM}" takes a mapping.`)
  return null
}

function adapterOf(id: string): Adapter {
  const adapter = findAdapter(id)
  if (adapter) return adapter
  const known = [...Object.keys(ADAPTERS), CUSTOM].join(', ')
  throw invalid('adapter', `There is no provider "${id}". Known: ${known}.`)
}

function invalid(field: string, message: string): HttpProblem {
  return new HttpProblem(422, TITLE, message, [{ field, message }])
}

function newPublicId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('')
}
