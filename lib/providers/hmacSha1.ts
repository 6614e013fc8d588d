import { hash } from 'node:crypto'

const BLOCK = 64
const DIGEST = 20
const INNER = 0x36
const OUTER = 0x5c

/**
 * HMAC-SHA1 of a text (as UTF-8), Base64. Two one-shot hashes: on the hot path the object that `createHmac` makes per
 * call costs more, in time and in garbage, than the hashing itself.
 */
export function hmacSha1(key: string, text: string): string {
  const padded = paddedKey(key)
  const size = Buffer.byteLength(text)
  const inner = Buffer.allocUnsafe(BLOCK + size)
  const outer = Buffer.allocUnsafe(BLOCK + DIGEST)
  for (let i = 0; i < BLOCK; i++) {
    inner[i] = padded[i]! ^ INNER
    outer[i] = padded[i]! ^ OUTER
  }
  inner.write(text, BLOCK)
  outer.write(hash('sha1', inner, 'binary'), BLOCK, 'latin1')
  return hash('sha1', outer, 'base64')
}

function paddedKey(key: string): Buffer {
  const padded = Buffer.alloc(BLOCK)
  const bytes = Buffer.byteLength(key) > BLOCK ? hash('sha1', key, 'buffer') : Buffer.from(key)
  bytes.copy(padded)
  return padded
}
