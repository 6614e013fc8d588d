import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processSingleton } from '@/lib/db/processSingleton'
import { readEnv } from '@/lib/env'

const KEY_BYTES = 32

/**
 * The 32-byte key that seals the secrets of connections: LANDED_SECRET_KEY (base64 or hex), else a key generated once
 * into `<data folder>/secret.key` (mode 600). Losing it makes stored secrets unreadable, nothing else.
 * Throws one clear sentence when the key is not 32 bytes or the file cannot be read or written.
 */
export function secretKey(): Buffer {
  return processSingleton('secretKey', () => {
    const { secretKey: fromEnv, dataDir } = readEnv()
    return fromEnv ?? keyFromFile(dataDir)
  })
}

function keyFromFile(dataDir: string): Buffer {
  const file = join(dataDir, 'secret.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    // "wx" makes two processes that start at once agree on one key: the second one reads what the first one wrote.
    writeFileSync(file, randomBytes(KEY_BYTES).toString('base64') + '\n', { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return decodeKey(readFileSync(file, 'utf8').trim(), file)
}

function decodeKey(text: string, origin: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`${origin} must hold 32 bytes as base64.`)
  return key
}
