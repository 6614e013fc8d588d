import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['created', 'queued'],
  ['sending', 'sending'],
  ['pending', 'sent'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['permanent-failure', 'undelivered'],
  ['temporary-failure', 'undelivered'],
  ['technical-failure', 'failed'],
])

const NOT_CALLED = 'Not sent in callbacks.'

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  created: NOT_CALLED,
  sending: NOT_CALLED,
  pending: NOT_CALLED,
  sent: 'An international number in a country without receipts: no more news comes. Not part of a delivery rate.',
  'permanent-failure': 'A wrong number, or refused by the operator.',
  'temporary-failure': 'Phone off, no signal, inbox full; or three days without any receipt.',
  'technical-failure': 'Between Notify and its supplier.',
})
