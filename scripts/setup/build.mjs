import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fail } from './fail.mjs'
import { sourceHash } from './sourceHash.mjs'

const STAMP = '.next/landed-build'

/** Builds the app (Prisma client, Next, server bundle) unless the build of exactly these sources is there. */
export function build() {
  const hash = sourceHash()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  process.stderr.write('Building (first start, or the sources changed; about a minute) …\n')
  rmSync(STAMP, { force: true })
  runTypeScript('scripts/build.ts', 'The build failed: see above.')
  // Last: a stamp says that the build is whole.
  writeFileSync(STAMP, hash)
}

/** Writes lib/db/generated/prisma. */
export function generate() {
  runTypeScript('scripts/generate.ts', 'The Prisma client could not be generated: see above.')
}

/**
 * Shows what it prints only when it fails.
 * @param {string} file
 * @param {string} problem
 */
function runTypeScript(file, problem) {
  const run = spawnSync(process.execPath, ['--import', 'tsx', file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (run.status === 0) return
  process.stderr.write(`${run.stdout}${run.stderr}`)
  fail(problem)
}
