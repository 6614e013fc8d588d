import { processSingleton } from '@/lib/db/processSingleton'
import { announceChange } from '@/lib/live/announceChange'
import { log } from '@/lib/log'
import { getGauges } from '@/lib/observe/getGauges'
import { metrics } from '@/lib/observe/metrics'
import { alreadyLogged } from './alreadyLogged'
import { Batcher, BATCHER_DEFAULTS } from './Batcher'
import { commitBatch } from './commitBatch'
import { getIngestPool } from './getIngestPool'

/** The one batcher of this process. */
export function getBatcher(): Batcher {
  return processSingleton('batcher', () => {
    const pool = getIngestPool()
    const store = {
      async commit(items: Parameters<typeof commitBatch>[1]) {
        const committed = await commitBatch(pool, items)
        announceChange(committed.change)
        getGauges().committed(items, committed.duplicatesOf)
        return committed
      },
      alreadyLogged: (items: Parameters<typeof alreadyLogged>[1]) => alreadyLogged(pool, items),
    }
    return new Batcher(
      store,
      BATCHER_DEFAULTS,
      (error, items) => log.error({ err: error, callbacks: items.length }, 'callbacks could not be stored'),
      ({ receipts, duplicates }, _items, seconds) => {
        metrics.receipts.inc(receipts)
        metrics.duplicates.inc(duplicates)
        metrics.commitSeconds.observe(seconds)
        metrics.batchSize.observe(receipts + duplicates)
      },
    )
  })
}
