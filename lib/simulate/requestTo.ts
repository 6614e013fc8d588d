import { callbackUrl } from '@/lib/connections/callbackUrl'
import type { PlannedCall } from './plan'
import { pathOf } from './sign/pathOf'
import type { SignedRequest } from './sign/SignedRequest'
import { signedRequest } from './signedRequest'
import type { SimulatedConnection } from './simulatedConnections'

/**
 * The request of a planned call as it reaches the server itself: signed for the public URL, without the path that a
 * proxy in front of the server takes away. `sentAt` is the moment of signing, ms UTC.
 * Throws when none of the connections is of the call's provider.
 */
export function requestTo(
  connections: readonly SimulatedConnection[],
  publicUrl: string,
  call: PlannedCall,
  sentAt: number,
): SignedRequest {
  const connection = connections.find((one) => one.provider === call.provider)
  if (!connection) throw new Error(`There is no connection to play ${call.provider} with.`)
  const base = publicUrl.replace(/\/+$/, '')
  const url = callbackUrl(base, connection.provider, connection.id)
  const request = signedRequest(call.provider, connection.secrets, url, call.callback, sentAt)
  const prefix = pathOf(base) === '/' ? '' : pathOf(base)
  return { ...request, path: request.path.slice(prefix.length) }
}
