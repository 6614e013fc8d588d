import type { PoolClient } from 'pg'
import {
  type ConnectionRotated,
  LONGEST_OVERLAP_DAYS,
  type Overlap,
  type RotateRequest,
} from '@/lib/contracts/changeConnection'
import { urlToPaste } from '@/lib/contracts/urlToPaste'
import { transaction } from '@/lib/db/transaction'
import { HttpProblem } from '@/lib/http/HttpProblem'
import type { Secrets } from '@/lib/providers/types'
import { announceConnections } from './announceConnections'
import { requireConnection } from './listConnections'
import { lockConnection } from './lockConnection'
import { openSecrets, sealSecrets } from './sealSecrets'
import { checkSecrets, generateSecrets } from './secretFields'
import { secretKey } from './secretKey'
import { secretOwner } from './secretOwner'
import { setSecretsAt } from './setSecretsAt'

const TITLE = 'The secrets cannot be rotated'
const HOUR_MS = 3_600_000
const OVERLAP_MS: Record<Overlap, number> = { none: 0, '1h': HOUR_MS, '24h': 24 * HOUR_MS, '7d': 7 * 24 * HOUR_MS }

/**
 * Gives a connection new secrets. Until the end of the overlap the ones before are accepted beside them, judged by the
 * arrival of a callback; an overlap that was still running ends. Returns what was made up, shown this once, and the URL to
 * paste. Throws HttpProblem 404, or 422 naming the field; nothing is changed then.
 */
export async function rotateSecrets(
  publicId: string,
  request: RotateRequest,
  now = Date.now(),
): Promise<ConnectionRotated> {
  const until = endOf(request, now)
  const owner = await secretOwner(publicId)
  const generated = generateSecrets(owner, ({ name }) => (request.generate ?? []).includes(name))
  refuseUnknownGenerated(request.generate ?? [], generated)
  const changes = { ...request.secrets, ...generated }
  const { before, after } = await transaction(async (client) => {
    const stored = await lockConnection(client, publicId)
    const before = tryOpen(stored.secrets)
    const after = withChanges(before ?? {}, changes)
    checkSecrets(owner, after, TITLE)
    refuseSame(before, after)
    await store(client, stored.id, after, before && until > now ? { sealed: stored.secrets, until } : null)
    await setSecretsAt(client, stored.id, Object.keys(changes), now)
    return { before, after }
  })
  await announceConnections()
  const connection = await requireConnection(publicId)
  const url = urlToPaste(connection.callbackUrl, owner.urlSuffix, after)
  const urlChanged = !before || url !== urlToPaste(connection.callbackUrl, owner.urlSuffix, before)
  return { ...connection, generatedSecrets: generated, urlToPaste: url, urlChanged }
}

function endOf({ overlap, until }: RotateRequest, now: number): number {
  if (overlap !== undefined) return now + OVERLAP_MS[overlap]
  const end = Date.parse(until ?? '')
  if (end > now && end <= now + LONGEST_OVERLAP_DAYS * 24 * HOUR_MS) return end
  throw invalid('until', `The overlap must end in the future, within ${LONGEST_OVERLAP_DAYS} days.`)
}

function refuseUnknownGenerated(wanted: readonly string[], generated: Secrets): void {
  const wrong = wanted.find((name) => !(name in generated))
  if (wrong !== undefined)
    throw invalid('generate', `"${wrong}" is not a secret that Landed makes up: give its new value in "secrets".`)
}

function refuseSame(before: Secrets | null, after: Secrets): void {
  if (before && JSON.stringify(sorted(before)) === JSON.stringify(sorted(after)))
    throw invalid('secrets', 'These are the present secrets already: give a new value, or have one made up.')
}

function sorted(secrets: Secrets): [string, string][] {
  return Object.entries(secrets).sort(([a], [b]) => (a < b ? -1 : 1))
}

/** The secrets with new values; an empty one takes its secret away. */
export function withChanges(secrets: Secrets, changes: Secrets): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...secrets, ...changes }).filter(([, value]) => value !== ''))
}

/** Null when they were sealed with another key: then new ones must be given, and there are no old ones to accept. */
function tryOpen(sealed: Buffer): Secrets | null {
  try {
    return openSecrets(sealed, secretKey())
  } catch {
    return null
  }
}

async function store(
  client: PoolClient,
  id: number,
  secrets: Secrets,
  previous: { sealed: Buffer; until: number } | null,
): Promise<void> {
  await client.query(
    `UPDATE connection SET secrets = $2, previous_secrets = $3, previous_until = $4, previous_used_at = NULL WHERE id = $1`,
    [id, sealSecrets(secrets, secretKey()), previous?.sealed ?? null, previous ? new Date(previous.until) : null],
  )
}

function invalid(field: string, message: string): HttpProblem {
  return new HttpProblem(422, TITLE, message, [{ field, message }])
}
