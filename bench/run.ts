import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '@/lib/projectRoot'
import { BenchDatabase } from './BenchDatabase'
import type { Figure } from './Figure'
import { FULL, QUICK } from './Scale'
import { adapterSpeed } from './steps/adapterSpeed'
import { bigCallback } from './steps/bigCallback'
import { measureDoors } from './steps/measureDoors'
import { measureRejudge } from './steps/measureRejudge'
import { measureStore } from './steps/measureStore'

/*
 * `npm run bench` measures all of docs/performance.md in one run and writes it there; `-- --quick` only prints.
 * Everything shares the machine: server, PostgreSQL and this load tool. Loopback only; ends by itself.
 */
const isQuick = process.argv.includes('--quick')
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
const scale = isQuick ? QUICK : FULL
const say = (text: string) => void process.stderr.write(`${text}\n`)

process.env['LANDED_TIME_ZONE'] = 'Europe/London'
process.env['LANDED_SECRET_KEY'] = randomBytes(32).toString('hex')
process.env['PUBLIC_URL'] = 'https://bench.example'

const database = await BenchDatabase.start()
process.env['LANDED_DATA_DIR'] = database.dataDir
// Interrupted, it must not leave its PostgreSQL behind.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void database.stop().finally(() => process.exit(1)))
const figures: Figure[] = []
try {
  if (isWanted('adapters')) {
    figures.push(...(await adapterSpeed()), ...(await bigCallback(await database.create('bench_callback'))))
  }
  if (isWanted('doors')) figures.push(...(await measureDoors(await database.create('bench_doors'), {}, scale)))
  for (const figure of figures) say(line(figure))
  if (isWanted('store')) figures.push(...(await measureStore(database, scale, say)))
  if (isWanted('rejudge')) figures.push(...(await measureRejudge(database, say)))
} finally {
  await database.stop()
}
const report = table(figures)
process.stdout.write(`${report}\n`)
if (!isQuick && !only) writeReport(report)
process.exit(0)

/** `--only=adapters`, `doors`, `store` or `rejudge`. */
function isWanted(step: string): boolean {
  return only === undefined || only === step
}

function line({ what, measured, target, met }: Figure): string {
  return `| ${what} | ${measured} | ${target} | ${met ? 'met' : '**missed**'} |`
}

function table(rows: readonly Figure[]): string {
  return ['| What | Measured | Wanted | |', '|---|--:|--:|---|', ...rows.map(line)].join('\n')
}

/** Replaces what stands between the two marks in docs/performance.md. */
function writeReport(text: string): void {
  const file = join(projectRoot(), 'docs/performance.md')
  const [cpu] = cpus()
  const head = `Measured ${new Date().toISOString().slice(0, 10)} with Node ${process.versions.node} on ${cpus().length} × ${cpu?.model ?? 'CPU'}, shared by server, PostgreSQL and load tool.`
  const before = readFileSync(file, 'utf8')
  const after = before.replace(/(<!-- result -->)[\s\S]*(<!-- \/result -->)/, `$1\n\n${head}\n\n${text}\n\n$2`)
  if (after === before) throw new Error(`${file} has no place for the result.`)
  writeFileSync(file, after)
}
