import { describe, expect, test } from 'vitest'
import { emptyMapping } from '@/lib/contracts/emptyMapping'
import { assignAt, isSourceOf, listsAround, sourceAt } from './sourceAt'

const BODY = {
  data: { route: 'gold', batches: [{ from: 'ACME', reports: [{ message: { id: 1 } }, { message: { id: 2 } }] }] },
}
const ITEMS = { list: '/data/batches', inner: '/reports' }
const STEPS = ['data', 'batches', '0', 'reports', '1', 'message', 'id']

describe('where a clicked value is', () => {
  test.each([
    [STEPS, ITEMS, 'item', '/message/id'],
    [['data', 'batches', '0', 'from'], ITEMS, 'outer', '/from'],
    [['data', 'route'], ITEMS, 'body', '/data/route'],
    [STEPS, { list: '/data/batches', inner: null }, 'item', '/reports/1/message/id'],
    [STEPS, null, 'item', '/data/batches/0/reports/1/message/id'],
    [['a/b', 'c~d'], null, 'item', '/a~1b/c~0d'],
    [['0', 'id'], { list: '', inner: null }, 'item', '/id'],
  ] as const)('%j under %j', (steps, items, at, pointer) => {
    expect(sourceAt(steps, items)).toEqual({ from: 'json', at, pointer })
    expect(isSourceOf(steps, items, { from: 'json', at, pointer })).toBe(true)
    expect(isSourceOf(steps, items, { from: 'json', at, pointer: `${pointer}x` })).toBe(false)
  })

  test('the lists around it are found by themselves', () => {
    expect(listsAround(BODY, STEPS)).toEqual(ITEMS)
    expect(listsAround(BODY, ['data', 'route'])).toBeNull()
    expect(listsAround([{ id: 1 }], ['0', 'id'])).toEqual({ list: '', inner: null })
    expect(listsAround({ tags: ['a'] }, ['tags', '0'])).toBeNull()
  })

  test('what was assigned before the list was known still counts from the top', () => {
    const before = { ...emptyMapping('X'), fields: { route: sourceAt(['data', 'route'], null) } }
    const after = assignAt(before, BODY, STEPS, (draft, source) => ({
      ...draft,
      fields: { ...draft.fields, messageId: source },
    }))
    expect(after.items).toEqual(ITEMS)
    expect(after.fields).toEqual({
      route: { from: 'json', at: 'body', pointer: '/data/route' },
      messageId: { from: 'json', at: 'item', pointer: '/message/id' },
    })
  })
})
