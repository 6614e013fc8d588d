// `npm test` and `npm run verify`: do all their own set-up, then run every check and say at the end how many passed.
import { spawnSync } from 'node:child_process'
import { generate } from './setup/build.mjs'
import { installPackages } from './setup/installPackages.mjs'
import { requireNode } from './setup/requireNode.mjs'
import './setup/root.mjs'

requireNode()
installPackages()
generate()

const isVerify = process.argv.includes('--verify')
const bin = 'node_modules/.bin'

/** @type {[name: string, command: string, args: string[]][]} */
const quick = [
  ['format', `${bin}/prettier`, ['--check', '--log-level=warn', '.']],
  ['types', `${bin}/tsc`, ['--noEmit', '-p', '.']],
  ['lint', `${bin}/eslint`, ['--cache', '--cache-location', 'node_modules/.cache/eslint', '--max-warnings=0', '.']],
  ['import directions', `${bin}/depcruise`, ['--config', '.dependency-cruiser.cjs', ...sourceFolders()]],
  ['conformance', process.execPath, ['--import', 'tsx', 'scripts/conformance.ts', 'test/fixtures']],
  ['unit tests', `${bin}/vitest`, ['run', '--project', 'unit']],
]
/** @type {[name: string, command: string, args: string[]][]} */
const slow = [
  ['database tests', `${bin}/vitest`, ['run', '--project', 'database']],
  ['build', process.execPath, ['scripts/buildOnce.mjs']],
  ['fault test', `${bin}/vitest`, ['run', '--project', 'fault']],
  ['browser tests', `${bin}/playwright`, ['test']],
]
const NEEDS_BUILD = ['fault test', 'browser tests']

// Types of Next's routes; needs no build.
run('next types', `${bin}/next`, ['typegen'], { quiet: true })

/** @type {string[]} */
const failed = []
const steps = isVerify ? quick : [...quick, ...slow]
for (const [name, command, args] of steps) {
  const passed = NEEDS_BUILD.includes(name) && failed.includes('build') ? false : run(name, command, args)
  if (!passed) failed.push(name)
}

for (const name of failed) console.log(`failed: ${name}`)
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean }} [options]
 */
function run(name, command, args, { quiet = false } = {}) {
  if (!quiet) console.log(`\n── ${name} ──`)
  const startedAt = Date.now()
  const child = spawnSync(command, args, { stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'] })
  const passed = child.status === 0
  if (!quiet)
    console.log(`${passed ? 'passed' : 'FAILED'}: ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`)
  return passed
}

function sourceFolders() {
  return ['app', 'components', 'lib', 'scripts', 'server.ts']
}
