import { getPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { log } from '@/lib/log'

/** Once a minute says enough about "still in use". */
const EVERY_MS = 60_000

/**
 * Remembers that a callback was proved by the secrets before the last rotation: the person who rotated wants to know
 * when they are out of use. Returns at once; a failed write is logged and tried again with a later callback.
 */
export function noteOldSecrets(connectionId: number, now: number): void {
  const noted = processSingleton('oldSecretsNoted', () => new Map<number, number>())
  if (now - (noted.get(connectionId) ?? -Infinity) < EVERY_MS) return
  noted.set(connectionId, now)
  getPool()
    .query('UPDATE connection SET previous_used_at = $2 WHERE id = $1', [connectionId, new Date(now)])
    .catch((error: unknown) => {
      noted.delete(connectionId)
      log.warn({ err: error }, 'the use of old secrets could not be noted')
    })
}
