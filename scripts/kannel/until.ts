import { setTimeout as delay } from 'node:timers/promises'

const PAUSE_MS = 100

/** Asks until the answer is not undefined. Throws the text of `problem` when that takes longer than `ms`. */
export async function until<T>(ask: () => Promise<T | undefined>, ms: number, problem: () => string): Promise<T> {
  const deadline = Date.now() + ms
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(problem())
    await delay(PAUSE_MS)
  }
}
