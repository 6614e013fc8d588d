/**
 * The canonical delivery statuses, in the order of their level (see `level`).
 * Every provider's own words are translated into these once, in its adapter.
 */
export const STATUSES = [
  'queued',
  'sending',
  'sent',
  'unknown',
  'expired',
  'rejected',
  'failed',
  'undelivered',
  'delivered',
  'read',
] as const

/** Where a text is on its way to the handset, in Landed's own words. */
export type Status = (typeof STATUSES)[number]

/** The failures, weakest first: between two failures without times the later in this list wins. */
export const FAILURES = ['expired', 'rejected', 'failed', 'undelivered'] as const satisfies readonly Status[]
