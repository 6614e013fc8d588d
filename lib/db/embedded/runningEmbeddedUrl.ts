import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { livingOwner } from './lockCluster'

/**
 * Connection string of the embedded PostgreSQL that another process runs on this data folder at present; undefined when
 * none does. For the command line beside a running server. Changes nothing.
 */
export function runningEmbeddedUrl(dataDir: string): string | undefined {
  const record = join(dataDir, 'postgres-location')
  const home = existsSync(record) ? readFileSync(record, 'utf8').trim() : join(dataDir, 'postgres')
  return livingOwner(home)?.url
}
