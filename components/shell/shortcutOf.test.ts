import { describe, expect, it } from 'vitest'
import { shortcutOf } from './shortcutOf'

describe('shortcutOf', () => {
  it('goes to each screen after g', () => {
    const hrefs = ['l', 'm', 'c', 'n'].map((key) => shortcutOf(key, true))
    expect(hrefs.map((each) => each?.do === 'go' && each.href)).toEqual([
      '/',
      '/messages',
      '/callbacks',
      '/connections',
    ])
  })
  it('leaves all other keys alone, and screen letters without g', () => {
    expect(shortcutOf('m', false)).toBeNull()
    expect(shortcutOf('t', true)).toBeNull()
    expect(shortcutOf('Enter', false)).toBeNull()
  })
  it('knows search, theme, help', () => {
    expect(['/', 't', '?', 'g'].map((key) => shortcutOf(key, false)?.do)).toEqual(['search', 'theme', 'help', 'prefix'])
  })
})
