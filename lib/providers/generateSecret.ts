import { randomBytes } from 'node:crypto'

const BYTES = 24

/**
 * A new secret for a field that is marked `generated`: 192 random bits. URL-safe text, except for the `landed` format,
 * whose signing secret has the form that Standard Webhooks libraries expect.
 */
export function generateSecret(adapterId: string, fieldName: string): string {
  if (adapterId === 'landed' && fieldName === 'signingSecret') return `whsec_${randomBytes(BYTES).toString('base64')}`
  return randomBytes(BYTES).toString('base64url')
}
