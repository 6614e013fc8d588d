import { getPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { log } from '@/lib/log'
import { ConnectionGauges } from './ConnectionGauges'
import { writeGauges } from './writeGauges'

/** The one set of gauges of this process. */
export function getGauges(): ConnectionGauges {
  return processSingleton(
    'gauges',
    () =>
      new ConnectionGauges(
        (minutes) => writeGauges(getPool(), minutes),
        (error, dropped) => log.warn({ err: error, dropped }, 'gauges could not be written; they are tried again'),
      ),
  )
}
