import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleItem, exampleReceipt } from './exampleItem.fixture'
import { groupArrivals } from './groupArrivals'

const item = (id: string, messageKey: string, fingerprint: string, receivedAt: number, connectionId = 1) =>
  exampleItem(id, { connectionId, receivedAt, receipts: [exampleReceipt({ messageKey, fingerprint })] })

describe('groupArrivals', () => {
  it('gathers what a batch says about one message, each statement once', () => {
    const groups = groupArrivals([item('c1', 'm', 'a', 30), item('c2', 'm', 'b', 20), item('c3', 'm', 'a', 10)])
    expect(groups).toHaveLength(1)
    expect(groups[0]?.receipts).toMatchObject([
      { receivedAt: 10, lastReceivedAt: 30, callbackId: 'c3', repeats: 1 },
      { receivedAt: 20, lastReceivedAt: 20, callbackId: 'c2', repeats: 0 },
    ])
  })

  it('keeps the first callback of a statement that a later one repeats', () => {
    const [group] = groupArrivals([item('c1', 'm', 'a', 10), item('c2', 'm', 'a', 20)])
    expect(group?.receipts).toMatchObject([{ receivedAt: 10, lastReceivedAt: 20, callbackId: 'c1', repeats: 1 }])
  })

  it('never mixes two connections', () => {
    const groups = groupArrivals([item('c1', 'm', 'a', 1, 2), item('c2', 'm', 'a', 1, 1)])
    expect(groups.map(({ connectionId }) => connectionId)).toEqual([1, 2])
    expect(groups.every(({ receipts }) => receipts[0]?.repeats === 0)).toBe(true)
  })

  it('leaves out callbacks of no connection', () => {
    expect(groupArrivals([exampleItem('c1', { connectionId: null })])).toEqual([])
  })

  it('gives the same order of locks whatever the order of the batch', () => {
    const arbitrary = fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 12 })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(arbitrary, (pairs) => {
        const items = pairs.map(([key, connection], index) => item(`c${index}`, key, 'a', index, connection))
        const keys = (list: typeof items) => groupArrivals(list).map((group) => [group.connectionId, group.messageKey])
        expect(keys([...items].reverse())).toEqual(keys(items))
        const numbers = keys(items).map(([connection]) => Number(connection))
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      }),
    )
  })
})
