import type { Pool } from 'pg'
import { createIngestPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { BATCHER_DEFAULTS } from './Batcher'

/** The connections of the ingest, apart from all others: a slow chart never holds up a callback. */
export function getIngestPool(): Pool {
  return processSingleton('ingestPool', () =>
    createIngestPool(process.env['DATABASE_URL'] ?? '', BATCHER_DEFAULTS.maxInFlight),
  )
}
