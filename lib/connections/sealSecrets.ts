import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Secrets } from '@/lib/providers/types'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const secretsShape = z.record(z.string(), z.string())

/** Encrypts a connection's secrets: version (1 byte) · nonce (12) · tag (16) · AES-256-GCM of their JSON. */
export function sealSecrets(secrets: Secrets, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), sealed])
}

/** The opposite. Throws when the key is another one or the bytes were changed. */
export function openSecrets(sealed: Uint8Array, key: Buffer): Secrets {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== VERSION) throw new Error(`Sealed secrets of unknown version ${bytes[0]}.`)
  const tagStart = 1 + NONCE_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, tagStart))
  decipher.setAuthTag(bytes.subarray(tagStart, tagStart + TAG_BYTES))
  const opened = Buffer.concat([decipher.update(bytes.subarray(tagStart + TAG_BYTES)), decipher.final()])
  return secretsShape.parse(JSON.parse(opened.toString('utf8')))
}
