import { createLoader, parseAsStringLiteral } from 'nuqs/server'
import { ACTIVITY_RANGES } from '@/lib/contracts/activity'

/** `range`: what the charts cover. */
export const connectionSearchParams = { range: parseAsStringLiteral(ACTIVITY_RANGES).withDefault('hour') }

export const loadConnectionSearchParams = createLoader(connectionSearchParams)
