import { describe, expect, it } from 'vitest'
import { type LiveFacts, liveReading } from './liveReading'

const facts: LiveFacts = {
  open: true,
  heardAt: 100_000,
  polledAt: null,
  waitingSince: null,
  delay: 400,
  shownAt: 100_000,
}

describe('liveReading', () => {
  it('is live with the measured delay while beats come', () => {
    expect(liveReading(facts, 104_000)).toEqual({ state: 'live', behind: 400 })
    expect(liveReading({ ...facts, delay: null }, 104_000)).toEqual({ state: 'live', behind: null })
  })
  it('is behind when a change is not shown in time, and counts up', () => {
    const waiting = { ...facts, waitingSince: 100_000 }
    expect(liveReading(waiting, 100_200)).toEqual({ state: 'live', behind: 400 })
    expect(liveReading(waiting, 104_000)).toEqual({ state: 'behind', behind: 4_000 })
  })
  it('forgets a slow change once everything has been shown for a while', () => {
    const slow = { ...facts, delay: 5_000 }
    expect(liveReading(slow, 102_000)).toEqual({ state: 'behind', behind: 5_000 })
    expect(liveReading(slow, 106_000)).toEqual({ state: 'live', behind: null })
  })
  it('is behind when the stream falls silent though it is open', () => {
    expect(liveReading(facts, 116_000)).toEqual({ state: 'behind', behind: 16_000 })
  })
  it('is behind, not live, while it has to ask instead of being told', () => {
    expect(liveReading({ ...facts, open: false, polledAt: 130_000 }, 132_000)).toEqual({
      state: 'behind',
      behind: 2_000,
    })
  })
  it('is offline when neither stream nor asking works', () => {
    expect(liveReading({ ...facts, open: false }, 120_000)).toEqual({ state: 'offline', behind: 20_000 })
  })
  it('claims nothing before the first word', () => {
    expect(liveReading({ ...facts, open: false, heardAt: null }, 1).state).toBe('connecting')
  })
})
