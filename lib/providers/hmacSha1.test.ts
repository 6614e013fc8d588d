import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hmacSha1 } from './hmacSha1'

test('agrees with node:crypto for any key and text', () => {
  const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ minLength: 60, maxLength: 80 }))
  fc.assert(
    fc.property(key, fc.string({ unit: 'binary' }), (secret, text) => {
      expect(hmacSha1(secret, text)).toBe(createHmac('sha1', secret).update(text).digest('base64'))
    }),
  )
})
