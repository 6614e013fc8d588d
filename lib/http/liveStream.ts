import { carrierLabel } from '@/lib/carriers/carrierLabel'
import type { LiveChange } from '@/lib/contracts/live'
import { subscribe } from '@/lib/live/hub'
import { metrics } from '@/lib/observe/metrics'

const BEAT_MS = 10_000
const RETRY_MS = 2_000
/** Events that a reader has not taken yet. One that is further behind is cut off; its browser reconnects and rereads. */
const MAX_BEHIND = 100

/**
 * The live events of `lib/contracts/live` as a server-sent event stream. Ends, and lets go of everything, when
 * `signal` aborts, when the reader cancels, or when the reader falls hopelessly behind.
 */
export function liveStream(signal: AbortSignal): ReadableStream<Uint8Array> {
  let end = () => {}
  return new ReadableStream(
    {
      start(controller) {
        end = connect(controller, signal)
      },
      cancel() {
        end()
      },
    },
    { highWaterMark: MAX_BEHIND },
  )
}

function connect(controller: ReadableStreamDefaultController<Uint8Array>, signal: AbortSignal): () => void {
  const encoder = new TextEncoder()
  let open = true
  const send = (text: string) => {
    if (!open) return
    if ((controller.desiredSize ?? 0) <= 0) end()
    else controller.enqueue(encoder.encode(text))
  }
  const unsubscribe = subscribe((change) => send(event('change', named(change))))
  const beat = setInterval(() => send(event('beat', { at: now() })), BEAT_MS)
  const end = () => {
    if (!open) return
    open = false
    clearInterval(beat)
    unsubscribe()
    signal.removeEventListener('abort', end)
    metrics.sseStreams.dec()
    closeQuietly(controller)
  }
  metrics.sseStreams.inc()
  signal.addEventListener('abort', end)
  send(`retry: ${RETRY_MS}\n\n${event('hello', { at: now() })}`)
  if (signal.aborted) end()
  return end
}

/** A cancelled stream is closed already and says so by throwing. */
function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}

function event(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Commits know carriers by code; the names are looked up here, once per stream. */
function named(change: LiveChange): LiveChange {
  return {
    ...change,
    newest: change.newest.map((item) => ({ ...item, carrier: item.carrier && carrierLabel(item.carrier) })),
  }
}

function now(): string {
  return new Date().toISOString()
}
