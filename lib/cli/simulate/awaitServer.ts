import { openTarget, sendRequest } from '@/lib/simulate/sendRequest'
import { sleep } from '@/lib/simulate/sleep'
import { StartProblem } from '@/lib/StartProblem'
import { UsageProblem } from '../UsageProblem'

const PAUSE_MS = 250

/**
 * Resolves when the server is ready to take callbacks; asks again for `patienceMs`.
 * Throws StartProblem when it does not become ready, UsageProblem for something that is no URL.
 */
export async function awaitServer(url: string, patienceMs = 0, signal?: AbortSignal): Promise<void> {
  if (!/^https?:\/\/[^/]+\/?$/.test(url))
    throw new UsageProblem(`--url must look like http://localhost:3000, not "${url}".`)
  const target = openTarget(url, 1)
  const giveUpAt = performance.now() + patienceMs
  try {
    for (;;) {
      const { status, error } = await sendRequest(target, {
        method: 'GET',
        path: '/api/health/ready',
        headers: {},
        body: '',
      })
      if (status === 200 || signal?.aborted) return
      if (performance.now() >= giveUpAt) throw notReady(url, status, error)
      await sleep(PAUSE_MS, signal)
    }
  } finally {
    target.agent.destroy()
  }
}

function notReady(url: string, status: number | null, error?: string): StartProblem {
  if (status === null)
    return new StartProblem(`Nothing answers at ${url} (${error}): start Landed there with "npm start".`)
  return new StartProblem(`${url} is not ready to take callbacks (its /api/health/ready answers ${status}).`)
}
