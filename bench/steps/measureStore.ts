import { BATCHER_DEFAULTS } from '@/lib/ingest/Batcher'
import { createIngestPool, createPool, getPool } from '@/lib/db/pool'
import type { BenchDatabase } from '../BenchDatabase'
import { atLeast, atMost, type Figure } from '../Figure'
import type { Scale } from '../Scale'
import { seedMessages } from '../seed/seedMessages'
import { useDatabase } from '../useDatabase'
import { commitPath } from './commitPath'
import { queryTimes } from './queryTimes'

const WARM_UP = 60_000

/** The commit path and the overview's queries, on an empty, a small and a big database. */
export async function measureStore(
  database: BenchDatabase,
  scale: Scale,
  say: (text: string) => void,
): Promise<Figure[]> {
  const emptyRate = await commitRate(await database.create('bench_empty'), scale)
  say(`commit path, empty database: ${Math.round(emptyRate)} receipts/s`)
  const small = await seeded(database, 'bench_small', scale.smallMessages, say)
  const smallTimes = await queryTimes()
  say(JSON.stringify(smallTimes))
  const big = await seeded(database, 'bench_big', scale.bigMessages, say)
  const bigTimes = await queryTimes()
  say(JSON.stringify(bigTimes))
  const bigRate = await commitRate(big, scale)
  void small
  const messages = scale.bigMessages.toLocaleString('en-GB')
  return [
    atLeast('commit path alone, batches of 500, empty database', emptyRate, 25_000, 'receipts/s'),
    atLeast(`commit path at ${messages} messages ÷ on an empty database`, bigRate / emptyRate, 0.8, '×'),
    ...bigTimes.flatMap(({ name, p50 }, index) => [
      atMost(`${name}, at ${messages} messages, median`, p50, 30, 'ms'),
      atMost(
        `${name}, ÷ its time at ${scale.smallMessages.toLocaleString('en-GB')}`,
        p50 / (smallTimes[index]?.p50 ?? 0),
        2,
        '×',
      ),
    ]),
  ]
}

async function commitRate(url: string, scale: Scale): Promise<number> {
  const pool = createIngestPool(url, BATCHER_DEFAULTS.maxInFlight)
  try {
    const { rows } = await pool.query<{ id: number }>(
      `INSERT INTO connection (public_id, adapter, name, secrets) VALUES (gen_random_uuid(), 'twilio', 'Bench', '\\x00') RETURNING id`,
    )
    const id = rows[0]?.id ?? 0
    await commitPath(pool, id, WARM_UP)
    // The state of a server that has been running for a while: log files to write into again, no checkpoint due.
    await pool.query('CHECKPOINT')
    return await commitPath(pool, id, scale.commitReceipts)
  } finally {
    await pool.end()
  }
}

async function seeded(
  database: BenchDatabase,
  name: string,
  messages: number,
  say: (text: string) => void,
): Promise<string> {
  const url = await database.create(name)
  await useDatabase(url)
  const { rows } = await getPool().query<{ id: number }>(
    `INSERT INTO connection (public_id, adapter, name, secrets)
     SELECT 'seed' || n, 'twilio', 'Seed ' || n, '\\x00' FROM generate_series(1, 3) n RETURNING id`,
  )
  const [a, b, c] = rows.map(({ id }) => id)
  if (a === undefined || b === undefined || c === undefined) throw new Error('The connections were not added.')
  const started = performance.now()
  const pool = createPool(
    url,
    1,
    '-c statement_timeout=0 -c timezone=UTC -c maintenance_work_mem=512MB -c work_mem=256MB',
  )
  await seedMessages(pool, messages, [a, b, c])
  await pool.end()
  say(`seeded ${messages} messages in ${Math.round((performance.now() - started) / 1000)} s`)
  return url
}
