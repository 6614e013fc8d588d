import type { Callback } from '@/lib/contracts/callback'
import { callbacks } from '@/lib/queries/callbacks'
import { printResult } from '../printResult'
import { table } from '../table'
import { withDatabase } from '../withDatabase'

const PAGE = 200

interface Options {
  resolved?: boolean
  connection?: string
  code?: string
  limit: number
  json?: boolean
}

/** `landed quarantine list` */
export async function listQuarantine(options: Options): Promise<void> {
  const items = await withDatabase(() => readPages(options))
  printResult(options.json, { items }, items.length === 0 ? 'Nothing is in quarantine.' : describe(items))
}

async function readPages(options: Options): Promise<Callback[]> {
  const items: Callback[] = []
  let cursor: string | undefined
  do {
    const limit = Math.min(PAGE, options.limit - items.length)
    const { connection, code } = options
    const page = await callbacks({ quarantined: options.resolved ? 'all' : 'open', connection, code, cursor, limit })
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && items.length < options.limit)
  return items
}

function describe(items: readonly Callback[]): string {
  return table([
    ['CALLBACK', 'ARRIVED', 'CONNECTION', 'WHY'],
    ...items.flatMap((item) =>
      item.quarantine.map((entry) => [
        item.id,
        item.receivedAt,
        item.connection?.name ?? 'unknown',
        `${entry.code}: ${entry.reason}${entry.resolution ? ` (${entry.resolution})` : ''}`,
      ]),
    ),
  ])
}
