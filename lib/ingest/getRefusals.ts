import { getPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { log } from '@/lib/log'
import { Refusals } from './Refusals'
import { refusalStore } from './refusalStore'

/** The one keeper of refused requests of this process. */
export function getRefusals(): Refusals {
  return processSingleton(
    'refusals',
    () =>
      new Refusals(refusalStore(getPool()), (error) => log.error({ err: error }, 'refused requests could not be kept')),
  )
}
