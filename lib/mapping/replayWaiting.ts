import { processSingleton } from '@/lib/db/processSingleton'
import { remainingOf } from '@/lib/ingest/openCallbacks'
import { replay } from '@/lib/ingest/replay'
import { log } from '@/lib/log'

/** What another mapping may be able to read. */
const CODES = ['mapping_missing', 'unknown_status', 'missing_field', 'invalid_value', 'invalid_time', 'malformed_body']
const STEP = 200

/**
 * Applies in the background what waits in quarantine for the mapping of a connection, and returns how many callbacks that
 * are. Failures are logged; what is left can be replayed by hand.
 */
export async function replayWaiting(publicId: string): Promise<number> {
  const waiting = await Promise.all(CODES.map((code) => remainingOf({ connection: publicId, code }, '0')))
  const count = waiting.reduce((sum, each) => sum + each, 0)
  if (count > 0) replaySoon(publicId)
  return count
}

function replaySoon(publicId: string): void {
  const running = processSingleton('replayWaiting', () => new Map<string, Promise<void>>())
  const before = running.get(publicId) ?? Promise.resolve()
  const mine = before
    .then(() => replayAll(publicId))
    .catch((error: unknown) => log.error({ err: error, connection: publicId }, 'waiting callbacks were not applied'))
    .finally(() => running.get(publicId) === mine && running.delete(publicId))
  running.set(publicId, mine)
}

async function replayAll(connection: string): Promise<void> {
  for (const code of CODES) {
    let after: string | undefined
    do {
      const step = await replay({ connection, code, limit: STEP, after })
      after = step.next ?? undefined
    } while (after !== undefined)
  }
}
