import { processSingleton } from '@/lib/db/processSingleton'
import { readEnv } from '@/lib/env'
import { bucketsIn, type Buckets } from './buckets'

/** The buckets of an instant (ms UTC) in the business's time zone. See `ensureTimeZone` for what keeps that zone honest. */
export function bucketsOfBusiness(instant: number): Buckets {
  return processSingleton('buckets', () => bucketsIn(readEnv().timeZone))(instant)
}
