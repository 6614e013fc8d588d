import type { PoolClient } from 'pg'
import type { ConnectionPatch } from '@/lib/contracts/changeConnection'
import type { Connection } from '@/lib/contracts/connection'
import { transaction } from '@/lib/db/transaction'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { announceConnections } from './announceConnections'
import { requireConnection } from './listConnections'
import { lockConnection } from './lockConnection'
import { withChanges } from './rotateSecrets'
import { openSecrets, sealSecrets } from './sealSecrets'
import { checkSecrets, isSetting, type SecretOwner } from './secretFields'
import { secretKey } from './secretKey'
import { secretOwner } from './secretOwner'
import { setSecretsAt } from './setSecretsAt'

const TITLE = 'The connection cannot be changed'

/**
 * Renames a connection, corrects settings among its secrets, or both. What proves callbacks is not changed this way: that
 * is a rotation. Throws HttpProblem 404, or 422 naming the field; nothing is changed then.
 */
export async function changeConnection(publicId: string, { name, secrets }: ConnectionPatch): Promise<Connection> {
  const owner = secrets && (await secretOwner(publicId))
  await transaction(async (client) => {
    const { id, secrets: sealed } = await lockConnection(client, publicId)
    if (name !== undefined) await client.query('UPDATE connection SET name = $2 WHERE id = $1', [id, name])
    if (owner) await correct(client, id, sealed, owner, secrets)
  })
  await announceConnections()
  return requireConnection(publicId)
}

async function correct(
  client: PoolClient,
  id: number,
  sealed: Buffer,
  owner: SecretOwner,
  changes: Record<string, string>,
): Promise<void> {
  for (const field of owner.secrets)
    if (field.name in changes && !isSetting(field)) throw mustRotate(field.name, field.label)
  const after = withChanges(openSecrets(sealed, secretKey()), changes)
  checkSecrets(owner, after, TITLE)
  await client.query('UPDATE connection SET secrets = $2 WHERE id = $1', [id, sealSecrets(after, secretKey())])
  await setSecretsAt(client, id, Object.keys(changes), Date.now())
}

function mustRotate(name: string, label: string): HttpProblem {
  const message = `${label} proves callbacks: rotate it, so that you can choose how long the old one is accepted.`
  return new HttpProblem(422, TITLE, message, [{ field: `secrets.${name}`, message }])
}
