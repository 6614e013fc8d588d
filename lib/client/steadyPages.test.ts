import { describe, expect, it } from 'vitest'
import { findFresh, refreshShown } from './steadyPages'

const page = (ids: string[], nextCursor: string | null = 'next') => ({
  asOf: '2026-11-24T14:00:00.000Z',
  items: ids.map((id) => ({ id, version: 1 })),
  nextCursor,
})

describe('findFresh', () => {
  it('finds the rows that are not shown', () => {
    const { fresh, atLeast } = findFresh(page(['2', '1']).items, page(['4', '3', '2']))
    expect(fresh.map((item) => item.id)).toEqual(['4', '3'])
    expect(atLeast).toBe(false)
  })

  it('says "at least" when the fresh page does not reach the shown rows', () => {
    expect(findFresh(page(['1']).items, page(['9', '8'])).atLeast).toBe(true)
    expect(findFresh(page(['1']).items, page(['9', '8'], null)).atLeast).toBe(false)
  })

  it('counts exactly when nothing was shown before', () => {
    expect(findFresh([], page(['2', '1']))).toMatchObject({ atLeast: false })
    expect(findFresh([], undefined).fresh).toEqual([])
  })
})

describe('refreshShown', () => {
  const shown = { pages: [page(['2']), page(['1'])], pageParams: [null, 'c'] }
  const hasChanged = (old: { version: number }, now: { version: number }) => old.version !== now.version

  it('replaces a row by its newer truth, in place, and adds none', () => {
    const newer = { id: '1', version: 2 }
    const next = refreshShown(shown, { ...page([]), items: [{ id: '3', version: 1 }, newer] }, hasChanged)
    expect(next.pages.flatMap((each) => each.items.map((item) => item.id))).toEqual(['2', '1'])
    expect(next.pages[1]?.items[0]).toBe(newer)
  })

  it('returns the same object when nothing changed', () => {
    expect(refreshShown(shown, page(['2', '1']), hasChanged)).toBe(shown)
  })
})
