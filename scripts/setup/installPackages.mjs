import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fail } from './fail.mjs'

/** npm writes this file at the end of an installation: what it says is there. */
const INSTALLED = 'node_modules/.package-lock.json'

/** Runs `npm ci` unless exactly what package-lock.json names is installed. Works in the project's folder. */
export function installPackages() {
  if (isInstalled()) return
  process.stderr.write('Installing packages (first start, or package-lock.json changed) …\n')
  // With NODE_ENV=production npm would leave out the build tools.
  const args = [
    'ci',
    '--include=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (run.error) fail(`npm cannot be run (${run.error.message}): install npm 10 or newer.`)
  if (run.status !== 0)
    fail('The packages could not be installed: see what npm says above (is its registry reachable?).')
}

function isInstalled() {
  if (!existsSync(INSTALLED)) return false
  const wanted = packagesOf('package-lock.json')
  const installed = packagesOf(INSTALLED)
  // Optional packages are those of other systems too.
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
