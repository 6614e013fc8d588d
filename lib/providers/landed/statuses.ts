import { STATUSES } from '@/lib/status/status'
import type { StatusEntry } from '../types'

/** The format speaks in Landed's own words; `rawStatus` may carry the word of whatever stands behind the sender. */
export const STATUS_ENTRIES: readonly StatusEntry[] = STATUSES.map((status) => ({ word: status, status }))
