import type { Pool } from 'pg'
import { commitBatch } from '@/lib/ingest/commitBatch'
import { syntheticItem } from '../syntheticItems'
import { TwilioTraffic } from '../load/TwilioTraffic'

const BATCH = 500
const WRITERS = 2

/**
 * Receipts per second of the commit path alone: batches of 500 from two writers, as the batcher runs them. The batches
 * are made beforehand, so that what is timed is the commit.
 */
export async function commitPath(pool: Pool, connectionId: number, receipts: number): Promise<number> {
  const traffic = new TwilioTraffic({ port: 0, path: '', publicUrl: '', authToken: '' })
  const now = Date.now()
  const batches = Array.from({ length: Math.ceil(receipts / BATCH) }, () =>
    Array.from({ length: BATCH }, () => syntheticItem(connectionId, traffic.nextCallback(), now)),
  )
  const count = batches.length * BATCH
  const started = performance.now()
  const writer = async () => {
    for (let batch = batches.pop(); batch; batch = batches.pop()) await commitBatch(pool, batch)
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
  return count / ((performance.now() - started) / 1000)
}
