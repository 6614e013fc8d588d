import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const FOLDERS = ['app', 'components', 'lib', 'prisma', 'public', 'scripts']
const FILES = [
  'server.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const NOT_BUILT = /\.test\.tsx?$|\.md$|^lib\/db\/generated\//

/**
 * A hash of everything that the build is made from, by content (a few hundred files, some 30 ms), and of the place:
 * Next writes absolute paths into what it builds.
 */
export function sourceHash() {
  const hash = createHash('sha256').update(root)
  for (const file of [...FOLDERS.filter(isThere).flatMap(filesBelow), ...FILES.filter(isThere)].sort()) {
    if (NOT_BUILT.test(file)) continue
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}

/** @param {string} path */
function isThere(path) {
  return existsSync(join(root, path))
}
