import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['accepted', 'queued'],
  ['processing', 'sending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['sending_failed', 'failed'],
  ['delivery_failed', 'undelivered'],
  ['rejected', 'rejected'],
  ['deleted', 'failed'],
  ['skipped', 'failed'],
])

const UNCONFIRMED = 'Of the Channels API; it is not confirmed that it occurs for SMS.'

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  processing: UNCONFIRMED,
  sending_failed: 'It never reached the SMS platform below.',
  rejected: UNCONFIRMED,
  deleted: UNCONFIRMED,
  skipped: UNCONFIRMED,
})
