import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openSecrets, sealSecrets } from './sealSecrets'

const key = randomBytes(32)
const secrets = { authToken: 'a'.repeat(32), note: 'ümlaut "quoted"' }

describe('sealSecrets', () => {
  it('opens to what was sealed', () => {
    expect(openSecrets(sealSecrets(secrets, key), key)).toEqual(secrets)
  })

  it('never seals the same secrets to the same bytes, nor leaves them readable', () => {
    const sealed = sealSecrets(secrets, key)
    expect(sealed.equals(sealSecrets(secrets, key))).toBe(false)
    expect(sealed.includes(secrets.authToken)).toBe(false)
  })

  it('refuses another key and changed bytes', () => {
    const sealed = sealSecrets(secrets, key)
    expect(() => openSecrets(sealed, randomBytes(32))).toThrow()
    sealed[sealed.length - 1] = (sealed[sealed.length - 1] ?? 0) ^ 1
    expect(() => openSecrets(sealed, key)).toThrow()
  })
})
