import { readEnv } from '@/lib/env'
import { receive } from '@/lib/ingest/receive'
import type { PlannedCall } from '@/lib/simulate/plan'
import { requestTo } from '@/lib/simulate/requestTo'
import type { SimulatedConnection } from '@/lib/simulate/simulatedConnections'
import { isAccepted } from '@/lib/simulate/tally'

const AT_ONCE = 500

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
  const at = Math.floor(startAt + call.afterMs)
  const { method, path, headers, body } = requestTo(connections, readEnv().publicUrl, call, at)
  const reply = await receive({ method, target: path, headers, body: Buffer.from(body), door: 'next' }, at)
  if (!isAccepted(reply.status))
    throw new Error(`A callback of the sample history was answered ${reply.status}: ${reply.body}`)
}
