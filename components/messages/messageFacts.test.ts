import { describe, expect, it } from 'vitest'
import { exampleMessage, exampleReceipt } from './exampleMessage.fixture'
import { messageFacts } from './messageFacts'

describe('messageFacts', () => {
  it('leaves out what is not known', () => {
    expect(messageFacts(exampleMessage()).map((fact) => fact.label)).toEqual([
      'Recipient',
      'Sender',
      'Country',
      'Provider’s id',
    ])
  })

  it('keeps every decimal of a price and drops only empty zeros', () => {
    const value = (price: string, currency: string | null) =>
      messageFacts(exampleMessage({ price, currency })).find((fact) => fact.label === 'Price')?.value
    expect(value('0.00750000', 'USD')).toBe('0.0075 USD')
    expect(value('3.00000000', null)).toBe('3')
    expect(value('10', 'EUR')).toBe('10 EUR')
  })

  it('counts the parts that landed where the provider reports them one by one', () => {
    const value = (message: Parameters<typeof messageFacts>[0]) =>
      messageFacts(message).find((fact) => fact.label === 'Parts')?.value
    const receipts = [
      exampleReceipt({ part: 1, state: 'delivered' }),
      exampleReceipt({ part: 1, state: 'pending' }),
      exampleReceipt({ part: 2, state: 'pending' }),
    ]
    expect(value({ ...exampleMessage({ parts: 3, segments: 3 }), receipts })).toBe('1 of 3 landed')
    expect(value(exampleMessage({ segments: 2 }))).toBe('2')
  })
})
