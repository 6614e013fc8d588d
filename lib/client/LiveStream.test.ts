import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { liveReading } from './liveReading'
import { type EventSourceLike, LiveStream } from './LiveStream'

class FakeSource implements EventSourceLike {
  listeners = new Map<string, (event: { data?: unknown }) => void>()
  closed = false
  addEventListener(type: string, listener: (event: { data?: unknown }) => void) {
    this.listeners.set(type, listener)
  }
  close() {
    this.closed = true
  }
  say(type: string, data?: unknown) {
    this.listeners.get(type)?.({ data: JSON.stringify(data) })
  }
}

/** The server's clock is ten minutes ahead of the browser's. */
const SKEW = 600_000
const serverTime = (ago = 0) => new Date(Date.now() + SKEW - ago).toISOString()
const change = (ago: number) => ({
  at: serverTime(),
  committedAt: serverTime(ago),
  receipts: 1,
  quarantined: 0,
  connections: false,
  newest: [],
})

describe('LiveStream', () => {
  const sources: FakeSource[] = []
  const onChange = vi.fn()
  const onGap = vi.fn()
  let stream: LiveStream
  const state = () => liveReading(stream.facts, Date.now()).state

  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-07-01T12:00:00Z') })
    sources.length = 0
    onChange.mockClear()
    onGap.mockClear()
    const open = () => {
      const source = new FakeSource()
      sources.push(source)
      return source
    }
    stream = new LiveStream({ open, now: () => Date.now(), onChange, onGap })
    stream.start()
  })
  afterEach(() => {
    stream.stop()
    vi.useRealTimers()
  })

  it('is live after hello and measures the delay without minding that the clocks differ', () => {
    expect(state()).toBe('connecting')
    sources[0]!.say('hello', { at: serverTime() })
    expect(state()).toBe('live')
    sources[0]!.say('change', change(300))
    expect(onChange).toHaveBeenCalledOnce()
    stream.asking()
    vi.advanceTimersByTime(200)
    stream.shown(Date.now() - 200)
    expect(stream.facts.delay).toBe(500)
    expect(stream.facts.waitingSince).toBeNull()
  })

  it('does not take a change for shown that came while it was asking', () => {
    sources[0]!.say('hello', { at: serverTime() })
    sources[0]!.say('change', change(0))
    stream.asking()
    vi.advanceTimersByTime(100)
    sources[0]!.say('change', change(0))
    const second = Date.now()
    stream.shown(Date.now() - 100)
    expect(stream.facts.waitingSince).toBe(second)
    vi.advanceTimersByTime(4_000)
    expect(liveReading(stream.facts, Date.now())).toEqual({ state: 'behind', behind: 4_000 })
  })

  it('counts from the first change again when asking failed', () => {
    sources[0]!.say('hello', { at: serverTime() })
    sources[0]!.say('change', change(0))
    const first = Date.now()
    stream.asking()
    vi.advanceTimersByTime(1_000)
    sources[0]!.say('change', change(0))
    stream.asking()
    vi.advanceTimersByTime(500)
    stream.shown(Date.now())
    expect(stream.facts.delay).toBe(Date.now() - first)
    expect(stream.facts.waitingSince).toBeNull()
  })

  it('says at its first opening that something may have happened since the page was made', () => {
    expect(onGap).not.toHaveBeenCalled()
    sources[0]!.say('hello', { at: serverTime() })
    expect(onGap).toHaveBeenCalledOnce()
  })

  it('reconnects with growing pauses and says that it may have missed something', () => {
    sources[0]!.say('hello', { at: serverTime() })
    onGap.mockClear()
    sources[0]!.say('error')
    expect(sources[0]!.closed).toBe(true)
    expect(state()).toBe('behind')
    vi.advanceTimersByTime(700)
    expect(sources).toHaveLength(2)
    sources[1]!.say('error')
    vi.advanceTimersByTime(700)
    expect(sources).toHaveLength(2)
    vi.advanceTimersByTime(700)
    expect(sources).toHaveLength(3)
    expect(onGap).not.toHaveBeenCalled()
    sources[2]!.say('hello', { at: serverTime() })
    expect(onGap).toHaveBeenCalledOnce()
    expect(state()).toBe('live')
  })

  it('gives up a connection that is silent', () => {
    sources[0]!.say('hello', { at: serverTime() })
    vi.advanceTimersByTime(20_000)
    expect(state()).toBe('behind')
    vi.advanceTimersByTime(6_000)
    expect(sources[0]!.closed).toBe(true)
    expect(state()).toBe('offline')
  })

  it('asks for everything when it cannot read an event', () => {
    sources[0]!.say('hello', { at: serverTime() })
    onGap.mockClear()
    sources[0]!.say('change', { nonsense: true })
    expect(onChange).not.toHaveBeenCalled()
    expect(onGap).toHaveBeenCalledOnce()
  })
})
