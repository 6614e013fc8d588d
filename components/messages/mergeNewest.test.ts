import { describe, expect, it } from 'vitest'
import { exampleMessage } from './exampleMessage.fixture'
import { findFresh, refreshShown } from './mergeNewest'

const page = (...ids: string[]) => ({
  asOf: '2026-11-24T14:00:00.000Z',
  items: ids.map((id) => exampleMessage({ id })),
  nextCursor: null,
})

describe('findFresh', () => {
  it('finds the rows that are not shown', () => {
    const { fresh, atLeast } = findFresh(page('2', '1').items, page('4', '3', '2'))
    expect(fresh.map((message) => message.id)).toEqual(['4', '3'])
    expect(atLeast).toBe(false)
  })

  it('says "at least" when the fresh page does not reach the shown rows', () => {
    expect(findFresh(page('1').items, page('9', '8')).atLeast).toBe(true)
  })

  it('counts exactly when nothing was shown before', () => {
    expect(findFresh([], page('2', '1'))).toMatchObject({ atLeast: false })
    expect(findFresh([], undefined).fresh).toEqual([])
  })
})

describe('refreshShown', () => {
  const shown = { pages: [page('2'), page('1')], pageParams: [null, 'c'] }

  it('replaces a row by its newer truth, in place', () => {
    const newer = exampleMessage({ id: '1', status: 'delivered', lastReceivedAt: '2026-11-24T14:00:09.000Z' })
    const next = refreshShown(shown, { ...page(), items: [exampleMessage({ id: '3' }), newer] })
    expect(next.pages.flatMap((each) => each.items.map((message) => message.id))).toEqual(['2', '1'])
    expect(next.pages[1]?.items[0]).toBe(newer)
  })

  it('returns the same object when nothing changed', () => {
    expect(refreshShown(shown, page('2', '1'))).toBe(shown)
  })
})
