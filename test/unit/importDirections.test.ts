import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { projectRoot } from '@/lib/projectRoot'

const TARGETS = [
  'app/page.tsx',
  'components/one/One.tsx',
  'components/ui/Button.tsx',
  'lib/client/get.ts',
  'lib/contracts/c.ts',
  'lib/db/pool.ts',
  'lib/providers/b/index.ts',
  'lib/queries/read.ts',
  'node_modules/pg/index.js',
]

/** File, its only import, and the rule that this breaks. */
const BREAKING = [
  ['lib/status/a.ts', "import { x } from '@/lib/contracts/c'", 'status-imports-nothing'],
  ['lib/contracts/a.ts', "import { x } from '@/lib/queries/read'", 'contracts-know-status-alone'],
  ['lib/providers/a/index.ts', "import { x } from '@/lib/db/pool'", 'providers-are-pure'],
  ['lib/providers/a/parse.ts', "import { x } from '../b/index'", 'no-provider-imports-another'],
  ['lib/metrics/a.ts', "import { x } from '@/lib/queries/read'", 'metrics-and-format-are-pure'],
  ['lib/client/a.ts', "import { x } from '@/lib/queries/read'", 'client-runs-in-the-browser'],
  ['components/two/Two.tsx', "import { x } from '@/lib/queries/read'", 'components-stay-in-the-browser'],
  ['components/two/Three.tsx', "import { x } from '@/components/one/One'", 'component-folders-stay-apart'],
  ['app/route.ts', "import { x } from '@/lib/db/pool'", 'app-asks-verbs-and-queries'],
  ['lib/queries/a.ts', "import { x } from '@/app/page'", 'lib-knows-no-screen'],
  ['lib/queries/b.ts', "import { x } from 'pg'", 'only-db-knows-prisma-and-pg'],
  ['lib/queries/c.ts', "import { x } from './missing'", 'resolvable'],
] as const

const FINE = [
  ['components/two/Four.tsx', "import { x } from '@/components/ui/Button'"],
  ['app/api/route.ts', "import { x } from '@/lib/queries/read'"],
  ['lib/queries/d.ts', "import type { x } from 'pg'"],
  ['lib/db/a.ts', "import { x } from 'pg'"],
] as const

interface Violation {
  from: string
  rule: { name: string }
}

let folder: string
let violations: Violation[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'landed-imports-'))
  const options = { paths: { '@/*': ['./*'] }, module: 'esnext', moduleResolution: 'bundler' }
  put('tsconfig.json', JSON.stringify({ compilerOptions: options }))
  put('node_modules/pg/package.json', '{ "name": "pg", "version": "1.0.0", "main": "index.js" }')
  put('package.json', '{ "dependencies": { "pg": "1.0.0" } }')
  for (const target of TARGETS) put(target, 'export const x = 1\n')
  for (const [path, statement] of [...BREAKING, ...FINE]) put(path, `${statement}\nexport type Y = typeof x\n`)
  violations = cruise()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

function put(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
}

/** In a process of its own: the rules are about paths from the working directory. */
function cruise(): Violation[] {
  const root = projectRoot()
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [
    cli,
    '--config',
    join(root, '.dependency-cruiser.cjs'),
    '--output-type',
    'json',
    'app',
    'components',
    'lib',
  ]
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
  return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations
}

const brokenBy = (path: string): string[] => violations.filter(({ from }) => from === path).map(({ rule }) => rule.name)

it.each(BREAKING)('%s with %s breaks %s', (path, _statement, rule) => expect(brokenBy(path)).toEqual([rule]))
it.each(FINE)('%s with %s is as it should be', (path) => expect(brokenBy(path)).toEqual([]))
