import { fail } from './fail.mjs'

/** Ends the process with one sentence on a Node.js that is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Landed needs Node.js 20.19 or newer, this is ${process.version}: install a newer one from https://nodejs.org.`)
}
