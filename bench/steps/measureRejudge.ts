import { createIngestPool, createPool, getPool } from '@/lib/db/pool'
import type { OverrideRow } from '@/lib/dictionary/compileOverrides'
import { addJob } from '@/lib/dictionary/rejudge/job'
import { previewChange } from '@/lib/dictionary/rejudge/previewChange'
import { runJobs } from '@/lib/dictionary/rejudge/runJobs'
import { sealSecrets } from '@/lib/connections/sealSecrets'
import { secretKey } from '@/lib/connections/secretKey'
import { recount } from '@/lib/rollups/recount'
import type { BenchDatabase } from '../BenchDatabase'
import { atMost, type Figure } from '../Figure'
import { seedMessages } from '../seed/seedMessages'
import { useDatabase } from '../useDatabase'

/** Two receipts each. */
const MESSAGES = 500_000
const PREVIEWS = 5

/** The seeded receipts without times would make it too easy: the order of times is part of every join. */
const GIVE_TIMES = [
  'UPDATE receipt SET occurred_at = received_at',
  `UPDATE message SET first_occurred_at = cohort_at,
          occurred_at = CASE WHEN status = 'sent' THEN cohort_at ELSE last_received_at END`,
  'VACUUM (ANALYZE) message, receipt',
  'CHECKPOINT',
]

/** A changed mapping on a million receipts: how long until a person sees what it would do, and until it is done. */
export async function measureRejudge(database: BenchDatabase, say: (text: string) => void): Promise<Figure[]> {
  const url = await database.create('bench_rejudge')
  await useDatabase(url)
  const connection = await seed(url)
  say('seeded 1,000,000 receipts')
  const narrow: OverrideRow = { ...connection, kind: 'error', code: '30003', status: 'rejected', failureClass: null }
  const wide: OverrideRow = { ...connection, kind: 'status', code: 'delivered', status: 'read', failureClass: null }
  const figures = [
    await previewTime('a code of 4 % of them', connection, narrow, say),
    await previewTime('a word of 95 % of them', connection, wide, say),
  ]
  for (const [name, row] of [
    ['a code of 4 % of them', narrow],
    ['a word of 95 % of them', wide],
  ] as const) {
    const seconds = await applyTime(connection, row)
    figures.push(atMost(`1,000,000 receipts judged again, ${name}: applied`, seconds, 300, 's'))
    const differences = await recount(getPool())
    figures.push(atMost('differences that the recount finds after it', differences.length, 0, ''))
    say(`${name}: ${seconds.toFixed(1)} s, ${differences.length} differences`)
  }
  return figures
}

async function seed(url: string): Promise<{ adapter: string; connectionId: number }> {
  const { rows } = await getPool().query<{ id: number }>(
    `INSERT INTO connection (public_id, adapter, name, secrets)
     SELECT 'seed' || n, 'twilio', 'Seed ' || n, $1 FROM generate_series(1, 3) n RETURNING id`,
    [sealSecrets({ authToken: '0'.repeat(32) }, secretKey())],
  )
  const [a = 0, b = 0, c = 0] = rows.map(({ id }) => id)
  await getPool().query(`INSERT INTO setting (key, value) VALUES ('time_zone', $1) ON CONFLICT DO NOTHING`, [
    process.env['LANDED_TIME_ZONE'],
  ])
  const pool = createPool(url, 1, '-c statement_timeout=0 -c timezone=UTC -c maintenance_work_mem=512MB')
  await seedMessages(pool, MESSAGES, [a, b, c])
  for (const statement of GIVE_TIMES) await pool.query(statement)
  await pool.end()
  return { adapter: 'twilio', connectionId: 0 }
}

async function previewTime(
  name: string,
  scope: { adapter: string; connectionId: number },
  override: OverrideRow,
  say: (text: string) => void,
): Promise<Figure> {
  const took: number[] = []
  for (let run = 0; run < PREVIEWS; run++) {
    const started = performance.now()
    const { messages } = await previewChange(scope, { override })
    took.push((performance.now() - started) / 1000)
    say(`preview, ${name}: ${took.at(-1)?.toFixed(2)} s, ${messages} messages`)
  }
  return atMost(`1,000,000 receipts judged again, ${name}: preview, slowest of ${PREVIEWS}`, Math.max(...took), 5, 's')
}

async function applyTime(scope: { adapter: string; connectionId: number }, row: OverrideRow): Promise<number> {
  await getPool().query(
    `INSERT INTO code_override (adapter, connection_id, kind, code, status, failure_class, author)
     VALUES ($1, $2, $3, $4, $5, $6, 'bench')`,
    [row.adapter, row.connectionId, row.kind, row.code, row.status, row.failureClass],
  )
  await addJob(getPool(), scope, 'bench', 'bench')
  const pool = createIngestPool(process.env['DATABASE_URL'] ?? '', 1)
  const started = performance.now()
  await runJobs(pool, { settleMs: 0, signal: new AbortController().signal })
  await pool.end()
  return (performance.now() - started) / 1000
}
