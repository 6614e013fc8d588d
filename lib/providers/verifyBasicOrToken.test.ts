import { describe, expect, test } from 'vitest'
import type { Secrets } from './types'
import { verifyBasicOrToken } from './verifyBasicOrToken'

const SECRETS = { username: 'mmg-dlr', password: 'u9Qv2Lx0', token: 't0k3n' }
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`
function verify(authorization: string, secrets: Secrets, path = '/cb') {
  const headers: Record<string, string> = authorization === '' ? {} : { authorization }
  return verifyBasicOrToken(
    { method: 'POST', url: `https://h.example${path}`, headers, rawBody: Buffer.alloc(0) },
    secrets,
  )
}

describe('with a user name', () => {
  test('user name and password are accepted', () => {
    expect(verify('Basic bW1nLWRscjp1OVF2Mkx4MA==', SECRETS)).toEqual({ ok: true })
    expect(verify('basic bW1nLWRscjp1OVF2Mkx4MA==', SECRETS)).toEqual({ ok: true })
  })
  test.each([
    ['', 'credentials_missing'],
    ['Bearer u9Qv2Lx0', 'credentials_missing'],
    [basic('mmg-dlr:u9Qv2Lx1'), 'credentials_wrong'],
    [basic('mmg:u9Qv2Lx0'), 'credentials_wrong'],
    [basic('mmg-dlr:'), 'credentials_wrong'],
    [basic(':'), 'credentials_wrong'],
    ['Basic %%%', 'credentials_wrong'],
  ])('"%s" is %s, also with the token in the URL', (header, code) => {
    expect(verify(header, SECRETS)).toMatchObject({ ok: false, code })
    expect(verify(header, SECRETS, '/cb/t0k3n')).toMatchObject({ ok: false, code })
  })
  test('and no password nobody gets in', () => {
    expect(verify(basic('mmg-dlr:'), { username: 'mmg-dlr', token: 't0k3n' }, '/cb/t0k3n').ok).toBe(false)
  })
})

describe('without a user name', () => {
  const secrets = { password: 'u9Qv2Lx0', token: 't0k3n' }
  test('the token in the URL is what counts', () => {
    expect(verify('', secrets, '/cb/t0k3n')).toEqual({ ok: true })
    expect(verify('', secrets, '/cb?token=t0k3n')).toEqual({ ok: true })
    expect(verify(basic(':u9Qv2Lx0'), secrets)).toMatchObject({ ok: false, code: 'token_wrong' })
  })
  test('and no token nobody gets in', () => {
    expect(verify('', {}, '/cb/').ok).toBe(false)
    expect(verify(basic(':'), {}, '/cb?token=').ok).toBe(false)
  })
})
