import { isJsonObject } from '../parseJson'

const TYPES = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'] as const
export type EnvelopeType = (typeof TYPES)[number]

/** What SNS wraps around a message. Only the fields that are signed may be believed. */
export interface Envelope {
  type: EnvelopeType
  fields: Readonly<Record<string, unknown>>
}

/**
 * The envelope when the body is one; undefined for raw delivery and forwarded records. `verify` and `parse` agree on
 * it.
 */
export function envelopeOf(body: unknown): Envelope | undefined {
  if (!isJsonObject(body) || !Object.hasOwn(body, 'Type')) return undefined
  const type = TYPES.find((known) => known === body.Type)
  return type && { type, fields: body }
}

/** A field that is a text; undefined for everything else. */
export function textField({ fields }: Envelope, name: string): string | undefined {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' ? value : undefined
}
