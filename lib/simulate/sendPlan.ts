import { setMaxListeners } from 'node:events'
import { sleep } from './sleep'
import type { PlannedCall } from './plan'
import type { SignedRequest } from './sign/SignedRequest'
import { sendRequest, type Answer, type Target } from './sendRequest'

export interface SendOptions {
  target: Target
  /** Requests under way at once, at most. */
  concurrency: number
  /** Builds the request at the moment at which it is sent. */
  requestFor(call: PlannedCall): SignedRequest
  /** Tries again after no answer or a 5xx, as a provider does. */
  retries: number
  signal?: AbortSignal
}

/** A call that was made, with the answer that it finally got. */
export interface SentCall {
  call: PlannedCall
  answer: Answer
}

const RETRY_WAIT_MS = 250

/**
 * Sends the calls of a plan at their times, or as soon after them as `concurrency` allows, and resolves when all are
 * answered. An abort lets the requests under way finish and sends nothing more.
 */
export async function sendPlan(calls: readonly PlannedCall[], options: SendOptions): Promise<SentCall[]> {
  // Every waiting worker listens for the abort; Node would take so many listeners for a leak.
  if (options.signal) setMaxListeners(0, options.signal)
  const sent: SentCall[] = []
  const startedAt = performance.now()
  let next = 0
  const worker = async () => {
    while (!options.signal?.aborted) {
      const call = calls[next++]
      if (!call) return
      await sleep(startedAt + call.afterMs - performance.now(), options.signal)
      if (options.signal?.aborted) return
      sent.push({ call, answer: await sendWithRetries(call, options) })
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, worker))
  return sent
}

async function sendWithRetries(call: PlannedCall, options: SendOptions): Promise<Answer> {
  for (let left = options.retries; ; left--) {
    const answer = await sendRequest(options.target, options.requestFor(call))
    if (left <= 0 || !worthRetrying(answer)) return answer
    await sleep(RETRY_WAIT_MS, options.signal)
  }
}

function worthRetrying(answer: Answer): boolean {
  return answer.status === null || answer.status >= 500
}
