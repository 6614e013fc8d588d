import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConnectionCreated } from '@/lib/contracts/connection'
import { runningEmbeddedUrl } from '@/lib/db/embedded/runningEmbeddedUrl'
import { createPool } from '@/lib/db/pool'
import { recount } from '@/lib/rollups/recount'
import { createRandom } from '@/lib/simulate/random'
import { freePort } from '../app/freePort'
import { LandedApp } from '../app/LandedApp'
import { shuffledFaults } from './faults'
import { Provider, type Attempt } from './Provider'
import { readStoredCallbacks, readStoredReceipts, type StoredCallback, type StoredReceipt } from './readStored'

/*
 * Promise 1: every callback answered 2xx is stored exactly once, whatever is killed, whenever.
 * LANDED_FAULT_ROUNDS makes it longer, LANDED_FAULT_SEED chooses another order of faults.
 */
const ROUNDS = Number(process.env['LANDED_FAULT_ROUNDS'] || 24)
const SEED = Number(process.env['LANDED_FAULT_SEED'] || 1)
const LINES = 16
const AUTH_TOKEN = '0123456789abcdef0123456789abcdef'
const ROUND_MS = 30_000

let app: LandedApp
let provider: Provider

beforeAll(async () => {
  app = new LandedApp(await freePort())
  await app.start()
})

afterAll(async () => {
  await app.stop()
  // Nothing that was started is left, whatever was killed.
  expect(app.remove()).toEqual([])
})

describe('whatever is killed, whenever', () => {
  it(
    `stores every callback that was answered 2xx exactly once (${ROUNDS} rounds, seed ${SEED})`,
    async () => {
      const random = createRandom(SEED)
      provider = new Provider(app.url, await addConnection(), { authToken: AUTH_TOKEN }, random, LINES)
      const startedAt = Date.now()
      provider.start()
      for (const [round, fault] of shuffledFaults(ROUNDS, random).entries()) {
        await provider.acknowledgements(50 + random.below(400))
        const struckAt = Date.now()
        await fault.strike(app)
        await app.ensureRunning()
        console.log(`round ${round + 1}: ${fault.name}, back after ${Date.now() - struckAt} ms`)
      }
      await provider.acknowledgements(100)
      await provider.finish()
      report(provider.attempts, Date.now() - startedAt)
      await compare(provider.attempts)
    },
    ROUNDS * ROUND_MS,
  )
})

async function compare(attempts: readonly Attempt[]): Promise<void> {
  const pool = createPool(runningEmbeddedUrl(app.dataDir) ?? '', 2)
  try {
    const callbacks = await readStoredCallbacks(pool)
    compareCallbacks(attempts, callbacks)
    compareReceipts(attempts, callbacks, await readStoredReceipts(pool))
    expect((await pool.query('SELECT count(*)::int AS rows FROM quarantine')).rows).toEqual([{ rows: 0 }])
    expect(await recount(pool)).toEqual([])
  } finally {
    await pool.end()
  }
}

/** Each request answered 2xx has one row; one without an answer has one or none; there are no others. */
function compareCallbacks(attempts: readonly Attempt[], callbacks: readonly StoredCallback[]): void {
  const sent = new Map(attempts.map((attempt) => [attempt.id, attempt]))
  const stored = new Map(callbacks.map((callback) => [callback.attempt, callback]))
  expect(stored.size, 'requests that are stored more than once').toBe(callbacks.length)
  expect(
    attempts.filter(isAcknowledged).filter(({ id }) => !stored.has(id)),
    'answered 2xx, not stored',
  ).toEqual([])
  expect(attempts.filter(({ id, status }) => stored.has(id) && status !== null && status >= 300)).toEqual([])
  const strange = callbacks.filter(({ attempt, statement }) => sent.get(attempt)?.statement !== statement)
  expect(strange, 'stored, but never sent').toEqual([])
  expect(callbacks.filter(({ outcome }) => outcome !== 'applied')).toEqual([])
}

/** Each statement of a stored callback is one receipt, which knows how often it was said again. */
function compareReceipts(
  attempts: readonly Attempt[],
  callbacks: readonly StoredCallback[],
  receipts: readonly StoredReceipt[],
): void {
  const said = new Map<string, number>()
  for (const { statement } of callbacks) said.set(statement, (said.get(statement) ?? 0) + 1)
  const repeats = Object.fromEntries([...said].map(([statement, times]) => [statement, times - 1]))
  expect(receipts.length, 'receipts that are stored more than once').toBe(said.size)
  expect(Object.fromEntries(receipts.map(({ statement, duplicates }) => [statement, duplicates]))).toEqual(repeats)
  const logged = new Set(callbacks.map(({ id }) => id))
  expect(receipts.filter(({ callbackId }) => !logged.has(callbackId))).toEqual([])
  expect(attempts.filter(isAcknowledged).filter(({ statement }) => !said.has(statement))).toEqual([])
}

function isAcknowledged({ status }: Attempt): boolean {
  return status !== null && status < 300
}

function report(attempts: readonly Attempt[], durationMs: number): void {
  const count = (matches: (status: number) => boolean) =>
    attempts.filter(({ status }) => status !== null && matches(status)).length
  const refused = count((status) => status >= 300 && status < 500)
  console.table({
    rounds: ROUNDS,
    seed: SEED,
    requests: attempts.length,
    'answered 2xx': count((status) => status < 300),
    'answered 4xx': refused,
    'answered 5xx': count((status) => status >= 500),
    'broken connections': attempts.filter(({ status }) => status === null).length,
    seconds: Math.round(durationMs / 1000),
  })
  expect(refused).toBe(0)
}

async function addConnection(): Promise<ConnectionCreated> {
  const response = await fetch(`${app.url}/api/v1/connections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ adapter: 'twilio', name: 'Fault test', secrets: { authToken: AUTH_TOKEN } }),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as ConnectionCreated
}
