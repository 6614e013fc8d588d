import { callbackUrl } from '@/lib/connections/callbackUrl'
import { readEnv } from '@/lib/env'
import { receive } from '@/lib/ingest/receive'
import type { IncomingCallback } from '@/lib/ingest/types'
import type { PlannedCall } from '@/lib/simulate/plan'
import { signedRequest } from '@/lib/simulate/signedRequest'
import type { SimulatedConnection } from '@/lib/simulate/simulatedConnections'
import { isAccepted } from '@/lib/simulate/tally'

const AT_ONCE = 200

/**
 * Lets callbacks of the past through the same room as those of the present, with genuine signatures and a clock that
 * shows the time of each: HTTP alone cannot make anything arrive yesterday. In order of time, so that a run that was
 * cut off is continued where it ended. Throws when one is not taken.
 */
export async function writeHistory(
  calls: readonly PlannedCall[],
  startAt: number,
  connections: readonly SimulatedConnection[],
  signal: AbortSignal,
): Promise<void> {
  for (let next = 0; next < calls.length && !signal.aborted; next += AT_ONCE) {
    await Promise.all(calls.slice(next, next + AT_ONCE).map((call) => receiveAt(call, startAt, connections)))
  }
}

async function receiveAt(
  call: PlannedCall,
  startAt: number,
  connections: readonly SimulatedConnection[],
): Promise<void> {
  const connection = connections.find((one) => one.provider === call.provider)
  if (!connection) throw new Error(`The sample business has no connection of ${call.provider}.`)
  const at = Math.floor(startAt + call.afterMs)
  const reply = await receive(incoming(call, connection, at), at)
  if (!isAccepted(reply.status))
    throw new Error(`A callback of the sample history was answered ${reply.status}: ${reply.body}`)
}

function incoming(call: PlannedCall, connection: SimulatedConnection, at: number): IncomingCallback {
  const url = callbackUrl(readEnv().publicUrl, connection.provider, connection.id)
  const { method, path, headers, body } = signedRequest(call.provider, connection.secrets, url, call.callback, at)
  return { method, target: path, headers, body: Buffer.from(body), door: 'next' }
}
