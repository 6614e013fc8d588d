import type { KnownConnection } from '@/lib/connections/KnownConnection'
import { readEnv } from '@/lib/env'
import { applyRepairs } from './applyRepairs'
import { prepareReceipts } from './prepareReceipts'
import type { IngestReceipt } from './types'

interface StoredCallback {
  method: string
  target: string
  headers: Readonly<Record<string, string>>
  body: Buffer
}

/**
 * The receipts of a callback out of the log, as they would be read today; none where nothing reads its connection. For
 * screens: nobody checks again who sent it. `receivedAt` is its arrival, ms UTC.
 */
export function readAgain(
  connection: Pick<KnownConnection, 'reader' | 'overrides' | 'settings'>,
  { method, target, headers, body }: StoredCallback,
  receivedAt: number,
): IngestReceipt[] {
  const { reader, overrides, settings } = connection
  if (!reader) return []
  const request = applyRepairs({ method, url: readEnv().publicUrl + target, headers, rawBody: body }, settings)
  return prepareReceipts(reader.parse(request), receivedAt, { reader, overrides }).receipts
}
