import { STATUSES as CANONICAL, type Status } from '@/lib/status/status'

/** The format speaks our own words; a sender translates its provider's. */
export const STATUSES: ReadonlySet<string> = new Set<Status>(CANONICAL)
