import type { PoolClient } from 'pg'
import { announceConnections } from '@/lib/connections/announceConnections'
import { sealSecrets } from '@/lib/connections/sealSecrets'
import { secretKey } from '@/lib/connections/secretKey'
import { setSecretsAt } from '@/lib/connections/setSecretsAt'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { MappingSaved } from '@/lib/contracts/mappingApi'
import { mappingSecrets, secretProblem } from '@/lib/contracts/mappingSecrets'
import { transaction } from '@/lib/db/transaction'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { CUSTOM } from '@/lib/providers/mapped'
import { generateSecret } from '@/lib/providers/generateSecret'
import type { Secrets } from '@/lib/providers/types'
import { describeMapping } from './describeMapping'
import { type StoredMapping, storedMapping } from './storedMapping'

/**
 * Stores a mapping in any state of work; it does nothing until it is switched on. Secrets that its proof needs are stored
 * with it, and those that Landed makes up are made up: they are shown this once. Secrets that are in use are not changed
 * this way, they are rotated. Throws HttpProblem 404, 409, or 422 naming the field; nothing is changed then.
 */
export async function saveMappingDraft(
  publicId: string,
  { mapping, secrets }: { mapping: MappingDraft; secrets: Record<string, string> },
): Promise<MappingSaved> {
  const { stored, generated } = await transaction(async (client) => {
    const before = await storedMapping(publicId, client)
    check(before, mapping, secrets)
    await client.query('UPDATE connection SET mapping_draft = $2 WHERE id = $1', [before.id, JSON.stringify(mapping)])
    const generated = missingGenerated(mapping, { ...before.secrets, ...secrets })
    const after = await storeSecrets(client, before, { ...secrets, ...generated })
    return { stored: { ...before, secrets: after, draft: mapping }, generated }
  })
  // The screens show what is set; the ingest of an active mapping may need what was added.
  if (Object.keys({ ...secrets, ...generated }).length > 0) await announceConnections()
  return { ...(await describeMapping(stored)), generatedSecrets: generated }
}

function check({ active, secrets: set }: StoredMapping, { proof }: MappingDraft, secrets: Secrets): void {
  const known = mappingSecrets(proof).map(({ name }): string => name)
  for (const [name, value] of Object.entries(secrets)) {
    if (!known.includes(name)) throw invalid(name, `This proof has no secret "${name}". Known: ${known.join(', ')}.`)
    if (value === '') throw invalid(name, 'must not be empty; leave it out to keep the present one.')
    if (active && set?.[name] && set[name] !== value)
      throw invalid(name, 'is in use: rotate it on the Connections screen, so that no callback is refused meanwhile.')
    const problem = secretProblem(proof, name, value)
    if (problem !== null) throw invalid(name, problem)
  }
}

function invalid(name: string, message: string): HttpProblem {
  return new HttpProblem(422, 'The mapping cannot be saved', message, [{ field: `secrets.${name}`, message }])
}

function missingGenerated({ proof }: MappingDraft, secrets: Secrets): Record<string, string> {
  const missing = mappingSecrets(proof).filter(({ name, generated }) => generated && !secrets[name])
  return Object.fromEntries(missing.map(({ name }) => [name, generateSecret(CUSTOM, name)]))
}

async function storeSecrets(client: PoolClient, before: StoredMapping, changes: Secrets): Promise<Secrets | null> {
  const changed = Object.keys(changes).filter((name) => changes[name] !== before.secrets?.[name])
  if (changed.length === 0) return before.secrets
  const after = { ...before.secrets, ...changes }
  await client.query('UPDATE connection SET secrets = $2 WHERE id = $1', [before.id, sealSecrets(after, secretKey())])
  await setSecretsAt(client, before.id, changed, Date.now())
  return after
}
