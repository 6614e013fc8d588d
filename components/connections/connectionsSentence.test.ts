import { describe, expect, it } from 'vitest'
import type { Connection } from '@/lib/contracts/connection'
import { connectionsSentence } from './connectionsSentence'
import { exampleActivity, exampleConnection } from './exampleConnection.fixture'

const now = new Date('2026-11-24T14:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

function connection(name: string, seenMinutesAgo: number | null, over: Partial<Connection> = {}): Connection {
  const lastSeenAt = seenMinutesAgo === null ? null : ago(seenMinutesAgo)
  return exampleConnection({ id: name, name, createdAt: ago(180), lastSeenAt, ...over })
}
const say = (...connections: Connection[]) =>
  connectionsSentence(connections, now)
    .map((part) => part.text)
    .join('')
    .trim()

describe('connectionsSentence', () => {
  it('begins when there is none, or none of your own', () => {
    expect(say()).toBe('No provider is connected yet.')
    expect(say(connection('S', 1, { sample: true }))).toMatch(/^Only sample traffic so far/)
  })

  it('names what was never heard', () => {
    expect(say(connection('Vonage', null))).toBe('“Vonage” has never called back since it was added 3 h 00 ago.')
    expect(say(connection('Vonage', null), connection('A', 1), connection('B', 2))).toBe(
      '“Vonage” has never called back. The other 2 are heard.',
    )
    expect(say(connection('A', null), connection('B', null))).toBe('None of the 2 connections has called back yet.')
    expect(say(connection('A', null), connection('B', null), connection('C', 1))).toBe(
      '2 connections have never called back: “A”, “B”. “C” is heard.',
    )
  })

  it('does not call it silence when callbacks came and were refused', () => {
    const activity = new Map([['A', exampleActivity({ callbacks: 0, refused: 3 })]])
    const words = connectionsSentence([connection('A', null), connection('B', 2)], now, activity)
    expect(words.map((part) => part.text).join('')).toBe(
      '“A” calls, but nothing was accepted yet: see Callbacks for the reason. “B” is heard.',
    )
  })

  it('does not reproach a connection that was added just now', () => {
    expect(say(connection('A', null, { createdAt: ago(3) }), connection('B', 1))).toBe(
      '“A” waits for the first callback. “B” is heard.',
    )
  })

  it('names what is silent', () => {
    expect(say(connection('Kannel', 3 * 1440), connection('A', 1))).toBe(
      '“Kannel” has been silent for 3 days. “A” is heard.',
    )
  })

  it('names what refuses much of what calls, and what is silent at an unusual time', () => {
    const activity = new Map([
      ['A', exampleActivity({ callbacks: 10, refused: 30 })],
      ['B', exampleActivity({}, { usual: { days: 7, heard: 7 } })],
      ['C', exampleActivity({}, { kept: 40 })],
    ])
    const all = [connection('A', 1), connection('B', 130), connection('C', 1), connection('D', 1)]
    expect(
      connectionsSentence(all, now, activity)
        .map((part) => part.text)
        .join('')
        .trim(),
    ).toBe(
      '“A” refused 30 requests in the last hour. “B” has been silent for 2 h 10. “C”: applying 40 callbacks kept while paused. “D” is heard.',
    )
  })

  it('names three of many', () => {
    const fresh = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => connection(name, null, { createdAt: ago(3) }))
    expect(say(...fresh)).toBe('“A”, “B”, “C” and 3 more wait for the first callback.')
  })

  it('is calm when all are heard', () => {
    expect(say(connection('A', 4))).toBe('“A” is heard: its newest callback arrived 4 min ago.')
    expect(say(connection('A', 4), connection('B', 9))).toBe(
      'Both connections are heard. The quietest, “B”, called 9 min ago.',
    )
  })

  it('says so when all are paused', () => {
    expect(say(connection('P', null, { pausedAt: ago(5) }))).toBe('1 connection is paused.')
  })

  it('does not blame sample or paused connections', () => {
    expect(say(connection('A', 4), connection('S', null, { sample: true }))).toMatch(/^“A” is heard/)
    expect(say(connection('A', 4), connection('P', null, { pausedAt: ago(5) }))).toBe('“A” is heard.')
  })
})
