import type { Pool } from 'pg'
import { BATCHER_DEFAULTS } from '@/lib/ingest/Batcher'
import { commitBatch } from '@/lib/ingest/commitBatch'
import type { IngestItem } from '@/lib/ingest/types'
import { TwilioTraffic } from '../load/TwilioTraffic'
import { syntheticItem } from '../syntheticItems'

const BATCH = 500
/** Receipts that are made before each timed stretch: few, because a heap full of waiting items is no part of the commit. */
const STRETCH = 20_000

/**
 * Receipts per second of the commit path alone: batches of 500, as many at once as the batcher runs. What is timed are the
 * commits; the items are made in between.
 */
export async function commitPath(pool: Pool, connectionId: number, receipts: number): Promise<number> {
  const traffic = new TwilioTraffic({ port: 0, path: '', publicUrl: '', authToken: '' })
  let milliseconds = 0
  for (let done = 0; done < receipts; done += STRETCH) {
    const now = Date.now()
    const items = Array.from({ length: STRETCH }, () => syntheticItem(connectionId, traffic.nextCallback(), now))
    const started = performance.now()
    await commitAll(pool, items)
    milliseconds += performance.now() - started
  }
  return receipts / (milliseconds / 1000)
}

async function commitAll(pool: Pool, items: IngestItem[]): Promise<void> {
  const writer = async () => {
    for (let batch = items.splice(0, BATCH); batch.length > 0; batch = items.splice(0, BATCH))
      await commitBatch(pool, batch)
  }
  await Promise.all(Array.from({ length: BATCHER_DEFAULTS.maxInFlight }, writer))
}
