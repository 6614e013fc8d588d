import { announceConnections } from '@/lib/connections/announceConnections'
import { rotateSecrets } from '@/lib/connections/rotateSecrets'
import type { RemedyApplied } from '@/lib/contracts/doctor'
import { connectionSettings } from '@/lib/contracts/connectionSettings'
import { getPool } from '@/lib/db/pool'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { replay } from '@/lib/ingest/replay'
import type { Case, Remedy } from './Case'
import { diagnose } from './diagnose'
import { readCase, readWaiting } from './readCases'

/** What one call replays; the rest waits for "Replay all". */
const MOST_REPLAYED = 2_000
/** What was right until now stays right for a day: the other mistake may be on the way of being mended, too. */
const OVERLAP = '24h'

/**
 * Examines a refused callback again, puts the remedy that it finds into force and replays what was refused before. The
 * remedy is never taken from the caller: what is applied is what verifies. Throws HttpProblem 404 or 409.
 */
export async function applyRemedy(callbackId: string, registeredUrl?: string): Promise<RemedyApplied> {
  const patient = await readCase(callbackId, registeredUrl)
  const { verdict, remedy } = diagnose(patient)
  if (!verdict.ok && !remedy)
    throw new HttpProblem(
      409,
      'There is nothing to apply',
      'Nothing of what usually goes wrong explains this callback.',
    )
  if (remedy) await store(patient, remedy)
  const waiting = await readWaiting(patient, MOST_REPLAYED)
  const ids = [...new Set([callbackId, ...waiting.map(({ id }) => id)])]
  return {
    connection: { id: patient.connection.publicId, name: patient.connection.name },
    replay: await replay({ ids }),
  }
}

async function store({ connection }: Case, { repairs, secretsOf }: Remedy): Promise<void> {
  const settings = connectionSettings.safeParse({ repairs: [...connection.settings.repairs, ...repairs] })
  if (!settings.success)
    throw new HttpProblem(
      409,
      'Too many repairs',
      'Remove repairs of this connection that are not needed any more first.',
    )
  await getPool().query(
    `UPDATE connection SET settings = jsonb_set(settings, '{repairs}', $2::jsonb, true) WHERE id = $1`,
    [connection.id, JSON.stringify(settings.data.repairs)],
  )
  if (secretsOf) await rotateSecrets(connection.publicId, { secrets: { ...secretsOf.secrets }, overlap: OVERLAP })
  else await announceConnections()
}
