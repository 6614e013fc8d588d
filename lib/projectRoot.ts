import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of Landed's own package.json, absolute. The launchers set LANDED_ROOT; without it the folder is looked
 * for upwards from the working directory and from the running script.
 * Not from `import.meta.url`: in a bundle that names the bundle, and Next rewrites it.
 */
export function projectRoot(): string {
  const given = process.env['LANDED_ROOT']
  if (given) return given
  const found = findUpwards(process.cwd()) ?? findUpwards(dirname(process.argv[1] ?? '.'))
  if (!found) throw new Error('The folder of Landed was not found: start it with npm, or set LANDED_ROOT.')
  return found
}

function findUpwards(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (isLanded(join(folder, 'package.json'))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

function isLanded(file: string): boolean {
  return (
    existsSync(/* turbopackIgnore: true */ file) &&
    (JSON.parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8')) as { name?: unknown }).name === 'landed'
  )
}
