// `npm test` and `npm run verify`: do all their own set-up, then run every check and say at the end how many passed.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { generate } from './setup/build.mjs'
import { installPackages } from './setup/installPackages.mjs'
import { requireNode } from './setup/requireNode.mjs'
import './setup/root.mjs'

requireNode()
installPackages()
generate()

const isVerify = process.argv.includes('--verify')
const bin = 'node_modules/.bin'

// The whole fuzz test takes a minute and a half of computing; `verify` is what people run while they work.
if (isVerify) process.env.LANDED_FUZZ ??= '3000'

/** @type {[name: string, command: string, args: string[]][]} */
const quick = [
  // The longest first.
  ['fuzz tests', `${bin}/vitest`, ['run', '--project', 'fuzz']],
  ['lint', `${bin}/eslint`, ['--cache', '--cache-location', 'node_modules/.cache/eslint', '--max-warnings=0', '.']],
  ['format', `${bin}/prettier`, ['--check', '--log-level=warn', '--cache', '.']],
  ['types', `${bin}/tsc`, ['--noEmit', '-p', '.']],
  ['import directions', `${bin}/depcruise`, ['--config', '.dependency-cruiser.cjs', ...sourceFolders()]],
  ['conformance', process.execPath, ['--import', 'tsx', 'scripts/conformance.ts', 'test/fixtures/providers']],
  ['unit tests', `${bin}/vitest`, ['run', '--project', 'unit']],
]
/** @type {[name: string, command: string, args: string[]][]} */
const slow = [
  ['database tests', `${bin}/vitest`, ['run', '--project', 'database']],
  ['build', process.execPath, ['scripts/buildOnce.mjs']],
  ['fault test', `${bin}/vitest`, ['run', '--project', 'fault']],
  ['browser tests', `${bin}/playwright`, ['test']],
]
// Without a build they would only say the same thing again.
const NEEDS_BUILD = ['fault test', 'browser tests']

// Types of Next's routes; needs no build.
await run('types of routes', `${bin}/next`, ['typegen'], { shown: false })

const results = new Map()
await inParallel(quick, Math.min(3, availableParallelism()))
// One after the other: they measure, and start servers.
if (!isVerify) await inParallel(slow, 1)

const failed = [...results].filter(([, passed]) => !passed).map(([name]) => name)
for (const name of failed) console.log(`failed: ${name}`)
console.log(`${results.size - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length === 0 ? 0 : 1

/**
 * Runs all steps, also after a failure: one run shows everything that is wrong.
 * @param {[name: string, command: string, args: string[]][]} steps
 * @param {number} atOnce
 */
async function inParallel(steps, atOnce) {
  const waiting = [...steps]
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const [name, command, args] = step
      const senseless = NEEDS_BUILD.includes(name) && !results.get('build')
      results.set(name, !senseless && (await run(name, command, args, { shown: true, live: atOnce === 1 })))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {{ shown: boolean, live?: boolean }} options live: output as it comes; else in one piece at the end
 * @returns {Promise<boolean>}
 */
function run(name, command, args, { shown, live = false }) {
  const startedAt = Date.now()
  if (live) console.log(`\n── ${name} ──`)
  const child = spawn(command, args, { stdio: live ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += chunk))
  child.stderr?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      if (shown && !live) process.stdout.write(`\n── ${name} ──\n${output}`)
      const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
      if (shown) console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`)
      resolve(code === 0)
    })
  })
}

function sourceFolders() {
  return ['app', 'components', 'lib', 'scripts', 'server.ts']
}
