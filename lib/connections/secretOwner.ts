import { HttpProblem } from '@/lib/http/HttpProblem'
import { notFound } from '@/lib/http/notFound'
import { findAdapter } from '@/lib/providers/registry'
import { findConnection, reload } from './directory'
import type { SecretOwner } from './secretFields'

/**
 * Which secrets a connection has: those of its provider, or those that its own mapping asks for. Throws HttpProblem 404,
 * or 409 while nothing says which.
 */
export async function secretOwner(publicId: string): Promise<SecretOwner & { urlSuffix: string | null }> {
  // Another process may just have switched on a mapping.
  await reload()
  const known = await findConnection(publicId)
  if (!known) throw notFound('connection', publicId)
  const owner = known.reader ?? findAdapter(known.adapter)
  if (!owner)
    throw new HttpProblem(
      409,
      'No secrets yet',
      'The mapping of this connection is not switched on: it says which secrets there are.',
    )
  const { id, name, secrets, oneOf = [] } = owner
  return { id, name, secrets, oneOf, urlSuffix: owner.urlSuffix ?? null }
}
