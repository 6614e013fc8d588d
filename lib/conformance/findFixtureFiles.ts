import { readdir } from 'node:fs/promises'
import path from 'node:path'

/** Every .json file in the folder and below, sorted by path. Throws when the folder cannot be read. */
export async function findFixtureFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
