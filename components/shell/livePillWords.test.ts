import { describe, expect, it } from 'vitest'
import { livePillWords } from './livePillWords'

describe('livePillWords', () => {
  it('says how far behind, in every state, and nothing it does not know', () => {
    expect(livePillWords({ state: 'live', behind: 412 })).toMatchObject({ state: 'Live', detail: '0.4 s behind' })
    expect(livePillWords({ state: 'live', behind: null }).detail).toBeUndefined()
    expect(livePillWords({ state: 'behind', behind: 16_000 })).toMatchObject({ state: 'Behind', detail: '16 s' })
    expect(livePillWords({ state: 'offline', behind: 240_000 })).toMatchObject({
      state: 'Offline',
      detail: 'for 4 min',
    })
    expect(livePillWords({ state: 'connecting', behind: null }).detail).toBeUndefined()
  })
})
