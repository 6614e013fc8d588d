import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConnection } from '@/lib/connections/createConnection'
import { findConnection } from '@/lib/connections/directory'
import { removeConnection } from '@/lib/connections/removeConnection'
import { createIngestPool, getPool } from '@/lib/db/pool'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { Batcher, BATCHER_DEFAULTS, type Fate } from '@/lib/ingest/Batcher'
import { alreadyLogged } from '@/lib/ingest/alreadyLogged'
import { commitBatch } from '@/lib/ingest/commitBatch'
import { exampleItem, exampleReceipt } from '@/lib/ingest/exampleItem.fixture'
import { uuidV7 } from '@/lib/ingest/uuidV7'
import { upkeep } from '@/lib/jobs/upkeep'
import { recount } from '@/lib/rollups/recount'
import { createRandom } from '@/lib/simulate/random'
import { freshDatabase, type FreshDatabase } from './freshDatabase'

const TABLES = ['message', 'receipt', 'rollup', 'rollup_failure', 'quarantine', 'callback', 'refusal']
const AUTH_TOKEN = 'a'.repeat(32)

let database: FreshDatabase
let ingest: ReturnType<typeof createIngestPool>

beforeAll(async () => {
  database = await freshDatabase()
  process.env['DATABASE_URL'] = database.url
  process.env['LANDED_SECRET_KEY'] = 'ef'.repeat(32)
  ingest = createIngestPool(database.url, 4)
  await getPool().query(`INSERT INTO setting (key, value) VALUES ('time_zone', 'Europe/London')`)
})

afterAll(async () => {
  await ingest.end()
  await getPool().end()
  await database.drop()
})

async function problemOf(work: Promise<unknown>): Promise<HttpProblem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof HttpProblem)) throw new Error(`It did not fail with a problem but with ${String(error)}.`)
  return error
}

async function idOf(publicId: string): Promise<number> {
  const { rows } = await getPool().query('SELECT id FROM connection WHERE public_id = $1', [publicId])
  return rows[0].id
}

/** How many rows of each table belong to a connection. */
async function rowsOf(id: number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const { rows } = await getPool().query(`SELECT count(*)::int AS n FROM ${table} WHERE connection_id = $1`, [id])
    counts[table] = rows[0].n
  }
  return counts
}

describe('createConnection', () => {
  it('makes up what the provider lets us choose, shows it once, and stores it sealed', async () => {
    const created = await createConnection({ adapter: 'kannel', name: 'Kannel' })
    const token = created.generatedSecrets['token'] ?? ''
    expect(token.length).toBeGreaterThan(15)
    expect(created.callbackUrl).toBe(`https://landed.test/api/callbacks/kannel/${created.id}`)
    expect((await findConnection(created.id))?.secrets).toEqual({ token })
    const { rows } = await getPool().query('SELECT secrets FROM connection WHERE public_id = $1', [created.id])
    expect(rows[0].secrets.toString('latin1')).not.toContain(token)
  })

  it('gives every connection an id that nobody guesses or misreads', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await createConnection({ adapter: 'kannel', name: 'K' })).id),
    )
    expect(new Set(ids).size).toBe(20)
    for (const id of ids) expect(id).toMatch(/^[2-9a-hjkmnp-z]{12}$/)
  })

  it.each([
    [{ adapter: 'pigeon', name: 'P' }, 'adapter'],
    [{ adapter: 'twilio', name: 'T' }, 'secrets.authToken'],
    [{ adapter: 'twilio', name: 'T', secrets: { authToken: AUTH_TOKEN, colour: 'red' } }, 'secrets.colour'],
    [
      { adapter: 'vonage-sms', name: 'V', secrets: { signatureSecret: 's', signatureAlgorithm: 'rot13' } },
      'secrets.signatureAlgorithm',
    ],
  ])('refuses %o and names the field', async (input, field) => {
    const before = (await getPool().query('SELECT count(*)::int AS n FROM connection')).rows[0].n
    const problem = await problemOf(createConnection(input))
    expect(problem.problem).toMatchObject({ status: 422, errors: [{ field }] })
    expect((await getPool().query('SELECT count(*)::int AS n FROM connection')).rows[0].n).toBe(before)
  })
})

describe('removeConnection', () => {
  it('is null for one that does not exist', async () => {
    expect(await removeConnection('nobody')).toBeNull()
  })

  it('leaves nothing behind and nothing else touched, while callbacks come in for it all the time', async () => {
    const removed = await createConnection({ adapter: 'twilio', name: 'Removed', secrets: { authToken: AUTH_TOKEN } })
    const kept = await createConnection({ adapter: 'twilio', name: 'Kept', secrets: { authToken: AUTH_TOKEN } })
    const [removedId, keptId] = [await idOf(removed.id), await idOf(kept.id)]
    const sending = flood([removedId, keptId])
    await sending.answered(200)
    const result = await removeConnection(removed.id)
    await sending.answered(200)
    const fates = await sending.stop()

    expect(result?.messages).toBeGreaterThan(0)
    expect(result?.receipts).toBeGreaterThanOrEqual(result?.messages ?? 0)
    expect(Object.values(await rowsOf(removedId)).every((count) => count === 0)).toBe(true)
    const { rows } = await getPool().query(
      'SELECT count(*)::int AS n FROM unlanded WHERE message_id NOT IN (SELECT id FROM message)',
    )
    expect(rows).toEqual([{ n: 0 }])
    expect(fates.get(removedId)).toMatchObject({ gone: expect.any(Number) })
    expect(fates.get(keptId)).toEqual({ committed: (await rowsOf(keptId))['callback'] })
    expect(await recount(getPool())).toEqual([])
    expect(await findConnection(removed.id)).toBeUndefined()
  })

  it('happens once for two who ask at the same time', async () => {
    const { id } = await createConnection({ adapter: 'kannel', name: 'Twice' })
    const results = await Promise.all([removeConnection(id), removeConnection(id)])
    expect(results.filter((result) => result !== null)).toHaveLength(1)
  })

  it('is finished by the upkeep when a crash came between its two steps', async () => {
    const { id } = await createConnection({ adapter: 'kannel', name: 'Half removed' })
    const number = await idOf(id)
    await commitBatch(ingest, [exampleItem(uuidV7(Date.now()), { connectionId: number, receivedAt: Date.now() })])
    await getPool().query('DELETE FROM connection WHERE id = $1', [number])
    await upkeep(getPool(), 90, Date.now())
    expect(Object.values(await rowsOf(number)).every((count) => count === 0)).toBe(true)
    expect(await recount(getPool())).toEqual([])
  })
})

/** Callbacks for the given connections through a real batcher, from eight lines, until stopped. */
function flood(connections: readonly number[]) {
  const store = {
    commit: (items: Parameters<typeof commitBatch>[1]) => commitBatch(ingest, items),
    alreadyLogged: (items: Parameters<typeof alreadyLogged>[1]) => alreadyLogged(ingest, items),
  }
  const batcher = new Batcher(store, { ...BATCHER_DEFAULTS, minForSecond: 1 }, () => undefined)
  const random = createRandom(3)
  const fates = new Map(connections.map((id) => [id, {} as Partial<Record<Fate, number>>]))
  let answered = 0
  let stopped = false
  const line = async () => {
    while (!stopped) {
      const connectionId = random.pick(connections)
      const receivedAt = Date.now()
      const status = random.pick(['sent', 'delivered', 'failed', 'unknown'] as const)
      const receipt = exampleReceipt({
        messageKey: `m${random.below(300)}`,
        fingerprint: ['sent', 'delivered', 'failed', 'unknown'].indexOf(status).toString(16).padStart(16, '0'),
        status,
        failureClass: status === 'failed' || status === 'unknown' ? 'unknown' : null,
      })
      const item = exampleItem(uuidV7(receivedAt), { connectionId, receivedAt, receipts: [receipt] })
      const fate = await batcher.add(item)
      const counts = fates.get(connectionId) ?? {}
      counts[fate] = (counts[fate] ?? 0) + 1
      answered += 1
    }
  }
  const lines = Promise.all(Array.from({ length: 8 }, line))
  return {
    async answered(more: number) {
      const goal = answered + more
      await expect.poll(() => answered, { timeout: 30_000, interval: 5 }).toBeGreaterThanOrEqual(goal)
    },
    async stop() {
      stopped = true
      await lines
      return fates
    },
  }
}
