import type { Secrets } from '@/lib/providers/types'
import type { SignedRequest } from './sign/SignedRequest'
import { signKannel } from './sign/kannel'
import { signLanded } from './sign/landed'
import { signTwilio } from './sign/twilio'
import { signVonageSms } from './sign/vonageSms'
import type { SimulatedCallback } from './SimulatedCallback'
import type { SimulatedProvider } from './SimulatedProvider'

/**
 * The request that a provider would send, with its genuine signature. Pure.
 * `publicUrl` is the full callback URL of the connection as the provider knows it, `sentAt` the moment of signing
 * (ms since 1970 UTC) for the providers that sign one.
 */
export function signedRequest(
  provider: SimulatedProvider,
  secrets: Secrets,
  publicUrl: string,
  callback: SimulatedCallback,
  sentAt: number = callback.occurredAt,
): SignedRequest {
  switch (provider) {
    case 'twilio':
      return signTwilio(secrets, publicUrl, callback)
    case 'vonage-sms':
      return signVonageSms(secrets, publicUrl, callback, sentAt)
    case 'kannel':
      return signKannel(secrets, publicUrl, callback)
    case 'landed':
      return signLanded(secrets, publicUrl, callback, sentAt)
  }
}
