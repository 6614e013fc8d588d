import { getPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { log } from '@/lib/log'
import { getGauges } from '@/lib/observe/getGauges'
import { REFUSAL_LIMITS } from './refusalBudget'
import { Refusals, type Refused } from './Refusals'
import { refusalStore } from './refusalStore'

/** The one keeper of refused requests of this process. */
export function getRefusals(): Refusals {
  return processSingleton(
    'refusals',
    () =>
      new Refusals(
        refusalStore(getPool()),
        (error) => log.error({ err: error }, 'refused requests could not be kept'),
        REFUSAL_LIMITS,
        countRefused,
      ),
  )
}

/** What waits for its mapping is kept here too, but it was not refused. */
function countRefused({ code, connectionId, receivedAt }: Refused): void {
  if (code === 'mapping_missing') getGauges().kept(connectionId, receivedAt)
  else getGauges().refused(connectionId, receivedAt)
}
