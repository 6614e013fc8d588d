import { randomInt } from 'node:crypto'
import type { ConnectionCreate, ConnectionCreated } from '@/lib/contracts/connection'
import { getPrisma } from '@/lib/db/prisma'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { generateSecret } from '@/lib/providers/generateSecret'
import { ADAPTERS, findAdapter } from '@/lib/providers/registry'
import type { Adapter } from '@/lib/providers/types'
import { announceConnections } from './announceConnections'
import { describeConnection } from './describeConnection'
import { sealSecrets } from './sealSecrets'
import { secretKey } from './secretKey'

const ID_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const ID_LENGTH = 12

/**
 * Adds a connection and returns it with the secrets that Landed made up for it; they are shown this once.
 * Throws HttpProblem 422 naming the field for an unknown provider or secret, or a missing one.
 */
export async function createConnection(input: ConnectionCreate & { sample?: boolean }): Promise<ConnectionCreated> {
  const adapter = adapterOf(input.adapter)
  const given = input.secrets ?? {}
  const generated = generateMissing(adapter, given)
  const secrets = { ...given, ...generated }
  check(adapter, secrets)
  const stored = await getPrisma().connection.create({
    data: {
      publicId: newPublicId(),
      adapter: adapter.id,
      name: input.name,
      secrets: new Uint8Array(sealSecrets(secrets, secretKey())),
      sample: input.sample ?? false,
    },
  })
  await announceConnections()
  return { ...describeConnection(stored, null), generatedSecrets: generated }
}

function adapterOf(id: string): Adapter {
  const adapter = findAdapter(id)
  if (adapter) return adapter
  const known = Object.keys(ADAPTERS).join(', ')
  throw invalid('adapter', `There is no provider "${id}". Known: ${known}.`)
}

function generateMissing(adapter: Adapter, given: Record<string, string>): Record<string, string> {
  const missing = adapter.secrets.filter((field) => field.generated && !given[field.name])
  return Object.fromEntries(missing.map((field) => [field.name, generateSecret(adapter.id, field.name)]))
}

function check(adapter: Adapter, secrets: Record<string, string>): void {
  const known = adapter.secrets.map((field) => field.name)
  for (const name of Object.keys(secrets))
    if (!known.includes(name))
      throw invalid(`secrets.${name}`, `${adapter.name} has no secret "${name}". Known: ${known.join(', ')}.`)
  for (const field of adapter.secrets) {
    const value = secrets[field.name]
    if (field.required && !value) throw invalid(`secrets.${field.name}`, `${field.label} is required. ${field.help}`)
    if (value && field.options && !field.options.includes(value))
      throw invalid(`secrets.${field.name}`, `${field.label} must be one of ${field.options.join(', ')}.`)
  }
}

function invalid(field: string, message: string): HttpProblem {
  return new HttpProblem(422, 'The connection cannot be added', message, [{ field, message }])
}

function newPublicId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('')
}
