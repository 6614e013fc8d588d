import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { processSingleton } from '@/lib/db/processSingleton'

const COMMIT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
const BATCH_SIZES = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500]

/**
 * What Landed tells Prometheus about itself, once per process (see `processSingleton` for why not a module variable).
 * Label values come from closed lists: `adapter` is an id of the registry or "unknown", never text from a URL.
 */
export const metrics = processSingleton('metrics', createMetrics)

function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'landed_' })
  return {
    registry,
    callbacks: new Counter({
      name: 'landed_callbacks_total',
      help: 'Callbacks answered, by door (fast, next), adapter and outcome.',
      labelNames: ['door', 'adapter', 'outcome'] as const,
      registers,
    }),
    receipts: new Counter({ name: 'landed_receipts_total', help: 'New receipts stored.', registers }),
    duplicates: new Counter({
      name: 'landed_duplicates_total',
      help: 'Receipts that repeated one already stored.',
      registers,
    }),
    quarantine: new Counter({
      name: 'landed_quarantine_total',
      help: 'Quarantine entries written, by code.',
      labelNames: ['code'] as const,
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'landed_commit_seconds',
      help: 'Time of one commit of a batch.',
      buckets: COMMIT_SECONDS,
      registers,
    }),
    batchSize: new Histogram({
      name: 'landed_batch_size',
      help: 'Receipts in one committed batch.',
      buckets: BATCH_SIZES,
      registers,
    }),
    sseStreams: new Gauge({ name: 'landed_sse_streams', help: 'Open live streams.', registers }),
  }
}
