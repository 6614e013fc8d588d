import { z } from 'zod'
import { STATUSES } from '@/lib/status/status'

const nullableText = z.string().nullable()
const status = z.enum(STATUSES)

/** What the receiver must read out of one event. Only the keys that are there are compared. */
export const expectedEvent = z.strictObject({
  provider_message_id: nullableText.optional(),
  canonical_status: status,
  recipient: nullableText.optional(),
  sender: nullableText.optional(),
  error_code: nullableText.optional(),
  failure_class: nullableText.optional(),
  occurred_at: nullableText.optional(),
  raw_status: z.string().optional(),
  client_reference: nullableText.optional(),
  segments: z.number().nullable().optional(),
  price: nullableText.optional(),
  currency: nullableText.optional(),
  mccmnc: nullableText.optional(),
  carrier: nullableText.optional(),
  purpose: nullableText.optional(),
  location: nullableText.optional(),
  campaign: nullableText.optional(),
})
export type ExpectedEvent = z.output<typeof expectedEvent>

const finalStatus = z.union([
  status,
  z.strictObject({
    canonical_status: status,
    failure_class: nullableText.optional(),
    error_code: nullableText.optional(),
  }),
])
export type FinalStatus = z.output<typeof finalStatus>

/** What the receiver must do or answer beside reading receipts (handshakes, refusals). */
const control = z.strictObject({
  action: z.enum(['confirm_subscription', 'alert_unsubscribed']).optional(),
  response_status: z.number().optional(),
  response_body: z.unknown().optional(),
  response_headers: z.record(z.string(), z.string()).optional(),
  response_header: z.string().optional(),
})
export type Control = z.output<typeof control>

/** One HTTP request and what the receiver must make of it: one fixture file. */
export const fixture = z.object({
  name: z.string(),
  adapter: z.string(),
  /** With the adapter `custom`: the mapping that reads it, as the editor exports it. */
  mapping: z.unknown().optional(),
  method: z.string(),
  path: z.string().startsWith('/'),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  body: z.string(),
  expect: z.object({
    events: z.array(expectedEvent),
    unreadable: z.array(z.object({ code: z.string(), item: z.number().optional() })).optional(),
    rejected: z.union([z.string(), z.boolean()]).optional(),
    final_status: finalStatus.optional(),
    control: control.optional(),
  }),
  verify: z.looseObject({
    scheme: z.string(),
    public_url: z.string().optional(),
    now: z.union([z.string(), z.number()]).optional(),
    response_body: z.string().optional(),
    signing_cert_url: z.string().optional(),
    certificate_pem: z.string().optional(),
  }),
  sequence: z
    .union([z.string(), z.number(), z.looseObject({ group: z.unknown(), id: z.unknown(), name: z.unknown() })])
    .optional(),
  final_status: finalStatus.optional(),
})
export type Fixture = z.output<typeof fixture>
