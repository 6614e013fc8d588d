import { setTimeout } from 'node:timers/promises'

/** Resolves after `ms` milliseconds (at once when not positive), or as soon as `signal` aborts. Never rejects. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  if (!(ms > 0)) return
  try {
    await setTimeout(ms, undefined, { signal })
  } catch (error) {
    if (!signal?.aborted) throw error
  }
}
