import { callbackUrl } from '@/lib/connections/callbackUrl'
import type { ConnectionMapping } from '@/lib/contracts/mappingApi'
import { mappingProblems } from '@/lib/contracts/mappingProblems'
import { readEnv } from '@/lib/env'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { remainingOf } from '@/lib/ingest/openCallbacks'
import { CUSTOM } from '@/lib/providers/mapped'
import { missingSecrets } from './missingSecrets'
import { type StoredMapping, storedMapping } from './storedMapping'

/** Callbacks that came before the mapping was switched on. */
export const WAITING_CODE = 'mapping_missing'

/** The mapping of a connection as the editor needs it. Throws HttpProblem 404, or 409 for other adapters. */
export async function readMapping(publicId: string): Promise<ConnectionMapping> {
  return describeMapping(await storedMapping(publicId))
}

/** The same; null where there is no such connection or its callbacks need no mapping. */
export async function findMapping(publicId: string): Promise<ConnectionMapping | null> {
  try {
    return await readMapping(publicId)
  } catch (error) {
    if (error instanceof HttpProblem) return null
    throw error
  }
}

/** The same of one that was read already. */
export async function describeMapping(stored: StoredMapping): Promise<ConnectionMapping> {
  const { publicId, name, active, draft, secrets } = stored
  return {
    connection: { id: publicId, name },
    callbackUrl: callbackUrl(readEnv().publicUrl, CUSTOM, publicId),
    active,
    draft,
    problems: [...mappingProblems(draft), ...missingSecrets(draft.proof, secrets ?? {})],
    secretsSet: secrets && Object.keys(secrets),
    waiting: await remainingOf({ connection: publicId, code: WAITING_CODE }, '0'),
  }
}
