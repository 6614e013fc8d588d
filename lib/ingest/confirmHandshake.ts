import { getPool } from '@/lib/db/pool'
import { log } from '@/lib/log'
import { providerSite } from '@/lib/outbound/providerSite'
import type { QuarantineRow } from './types'

/**
 * Does the GET by which a provider wants its subscription confirmed. Null when it is confirmed; then what earlier tries
 * left in quarantine is settled. Otherwise the row that tells a person.
 */
export async function confirmHandshake(url: string, connectionId: number): Promise<QuarantineRow | null> {
  try {
    await providerSite().readUrl(url)
  } catch (error) {
    log.warn({ err: error, host: new URL(url).host }, 'a subscription could not be confirmed')
    const reason = `The subscription could not be confirmed: ${new URL(url).host} was not reached or refused. Replay this callback to try again.`
    return { code: 'confirmation_failed', reason, item: 0 }
  }
  await getPool().query(
    `UPDATE quarantine SET resolved_at = now(), resolution = 'replayed'
      WHERE connection_id = $1 AND code = 'confirmation_failed' AND resolved_at IS NULL`,
    [connectionId],
  )
  return null
}
