import { listConnections } from '@/lib/connections/listConnections'
import type { Connection } from '@/lib/contracts/connection'
import { printResult } from '../printResult'
import { table } from '../table'
import { withDatabase } from '../withDatabase'

/** `landed connections list` */
export async function listAllConnections(options: { json?: boolean }): Promise<void> {
  const items = await withDatabase(() => listConnections())
  printResult(options.json, { items }, items.length === 0 ? NONE : describe(items))
}

const NONE = 'No connections yet. Add one: landed connections add twilio --name "Twilio main" --secret authToken=…'

function describe(items: readonly Connection[]): string {
  return table([
    ['ID', 'PROVIDER', 'NAME', 'STATE', 'LAST HEARD OF', 'CALLBACK URL'],
    ...items.map((one) => [
      one.id,
      one.adapter,
      one.sample ? `${one.name} (sample)` : one.name,
      stateOf(one),
      one.lastSeenAt ?? 'never',
      one.callbackUrl,
    ]),
  ])
}

function stateOf({ pausedAt, rotation }: Connection): string {
  if (pausedAt) return 'paused'
  return rotation ? `old secrets until ${rotation.until}` : 'on'
}
