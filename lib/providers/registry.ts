import { kannel } from './kannel'
import { landed } from './landed'
import { twilio } from './twilio'
import type { Adapter } from './types'
import { vonageSms } from './vonage-sms'

/** Every provider that Landed can receive from, by adapter id. The only list. */
export const ADAPTERS: Readonly<Record<string, Adapter>> = {
  twilio,
  'vonage-sms': vonageSms,
  kannel,
  landed,
}

/** The adapter of that id, or undefined. Safe for any text out of a URL. */
export function findAdapter(id: string): Adapter | undefined {
  return Object.hasOwn(ADAPTERS, id) ? ADAPTERS[id] : undefined
}
