import { z } from 'zod'
import { carrierLabel } from '@/lib/carriers/carrierLabel'
import { explainCode } from '@/lib/connections/explainCode'
import type { Message } from '@/lib/contracts/message'
import { FAILURE_CLASSES, FAILURE_LABELS } from '@/lib/status/failureClass'
import { stateOf } from '@/lib/status/state'
import { STATUSES } from '@/lib/status/status'

/** What `toMessage` needs, selected from `message m JOIN connection c`. */
export const MESSAGE_COLUMNS = `
  m.id, c.public_id AS "connectionPublicId", c.name AS "connectionName", c.adapter,
  m.message_key AS "messageKey", m.provider_message_id AS "providerMessageId",
  m.client_reference AS "clientReference", m.recipient, m.sender, m.status, m.raw_status AS "rawStatus",
  m.failure_class AS "failureClass", m.error_code AS "errorCode", m.contradicted, m.cohort_at AS "cohortAt",
  m.occurred_at AS "occurredAt", m.first_received_at AS "firstReceivedAt", m.last_received_at AS "lastReceivedAt",
  m.country, m.carrier, m.purpose, m.location, m.campaign, m.segments, trim_scale(m.price)::text AS price, m.currency,
  m.parts, m.route`

export const messageRow = z.object({
  id: z.string(),
  connectionPublicId: z.string(),
  connectionName: z.string(),
  adapter: z.string(),
  messageKey: z.string(),
  providerMessageId: z.string().nullable(),
  clientReference: z.string().nullable(),
  recipient: z.string().nullable(),
  sender: z.string().nullable(),
  status: z.enum(STATUSES),
  rawStatus: z.string(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  errorCode: z.string().nullable(),
  contradicted: z.boolean(),
  cohortAt: z.date(),
  occurredAt: z.date().nullable(),
  firstReceivedAt: z.date(),
  lastReceivedAt: z.date(),
  country: z.string(),
  carrier: z.string(),
  purpose: z.string(),
  location: z.string(),
  campaign: z.string().nullable(),
  segments: z.number().nullable(),
  price: z.string().nullable(),
  currency: z.string().nullable(),
  parts: z.number().nullable(),
  route: z.string().nullable(),
})
export type MessageRow = z.output<typeof messageRow>

/** A stored message as the API shows it, with plain words for its failure. */
export function toMessage(row: MessageRow): Message {
  const { connectionPublicId, connectionName, adapter, messageKey, ...rest } = row
  const meaning = row.errorCode === null ? undefined : explainCode(adapter, connectionPublicId, row.errorCode)
  return {
    ...rest,
    connection: { id: connectionPublicId, name: connectionName, adapter },
    providerMessageId: row.providerMessageId ?? (messageKey.startsWith('ref:') ? null : messageKey),
    state: stateOf(row.status),
    failureLabel: row.failureClass === null ? null : FAILURE_LABELS[row.failureClass],
    errorName: meaning?.name ?? null,
    nextStep: meaning?.nextStep ?? null,
    cohortAt: row.cohortAt.toISOString(),
    occurredAt: row.occurredAt?.toISOString() ?? null,
    firstReceivedAt: row.firstReceivedAt.toISOString(),
    lastReceivedAt: row.lastReceivedAt.toISOString(),
    country: row.country || null,
    carrier: row.carrier === '' ? null : { key: row.carrier, label: carrierLabel(row.carrier) },
    purpose: row.purpose || null,
    location: row.location || null,
  }
}
