import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/env'
import { projectRoot } from '@/lib/projectRoot'

describe('readEnv', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      publicUrl: 'http://localhost:3000',
      databaseUrl: undefined,
      secretKey: undefined,
      dataDir: join(projectRoot(), '.data'),
      fastDoor: true,
      rawRetentionDays: 90,
    })
  })

  it('takes an empty variable for an unset one', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' }).port).toBe(3000)
  })

  it('follows PORT in the default public URL and drops the slash at the end of a given one', () => {
    expect(readEnv({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000')
    expect(readEnv({ PUBLIC_URL: 'https://x.example/sms/' }).publicUrl).toBe('https://x.example/sms')
  })

  it('keeps an absolute data folder and places a relative one below the project', () => {
    expect(readEnv({ LANDED_DATA_DIR: '/srv/landed' }).dataDir).toBe('/srv/landed')
    expect(readEnv({ LANDED_DATA_DIR: 'here' }).dataDir).toBe(join(projectRoot(), 'here'))
  })

  it('reads the key as hexadecimal, base64 and base64url', () => {
    const key = Buffer.from(Array.from({ length: 32 }, (_, i) => 255 - i))
    for (const encoding of ['hex', 'base64', 'base64url'] as const)
      expect(readEnv({ LANDED_SECRET_KEY: key.toString(encoding) }).secretKey).toEqual(key)
  })

  it.each([
    [{ PORT: '80a' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: '1.5' }, 'PORT'],
    [{ PUBLIC_URL: 'landed.example.com' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://x.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://x.example/?a=1' }, 'PUBLIC_URL'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ LANDED_SECRET_KEY: 'password' }, 'LANDED_SECRET_KEY'],
    [{ LANDED_SECRET_KEY: 'ab'.repeat(31) }, 'LANDED_SECRET_KEY'],
    [{ LANDED_TIME_ZONE: 'Mars/Olympus' }, 'LANDED_TIME_ZONE'],
    [{ LANDED_RAW_RETENTION_DAYS: '0' }, 'LANDED_RAW_RETENTION_DAYS'],
    [{ LANDED_FAST_DOOR: 'yes' }, 'LANDED_FAST_DOOR'],
    [{ LANDED_LOG_LEVEL: 'loud' }, 'LANDED_LOG_LEVEL'],
  ])('says in one sentence what is wrong with %o', (source, name) => {
    expect(() => readEnv(source)).toThrowError(new RegExp(`^${name} must [^\n]+$`))
  })
})
