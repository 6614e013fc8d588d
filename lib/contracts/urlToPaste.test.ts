import { describe, expect, it } from 'vitest'
import { urlToPaste, urlWithGaps } from './urlToPaste'

const URL = 'https://landed.example/api/callbacks/kannel/k1'

describe('urlToPaste', () => {
  it('appends what the adapter wants, with the secrets filled in and escaped', () => {
    expect(urlToPaste(URL, '?token={secret:token}&d=%d', { token: 'a/b' })).toBe(`${URL}?token=a%2Fb&d=%d`)
    expect(urlToPaste(URL, null, {})).toBe(URL)
  })

  it('does not append twice', () => {
    expect(urlToPaste(`${URL}/t`, '/{secret:token}', { token: 't' })).toBe(`${URL}/t`)
  })
})

describe('urlWithGaps', () => {
  it('shows where a secret belongs that nobody can show any more', () => {
    expect(urlWithGaps(URL, '/{secret:token}')).toEqual({ url: `${URL}/‹token›`, gaps: ['token'] })
    expect(urlWithGaps(URL, null)).toEqual({ url: URL, gaps: [] })
  })
})
