import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRefresher } from './createRefresher'

describe('createRefresher', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('refreshes at once, then at most twice a second, and once after the last request', async () => {
    const refresh = vi.fn(async () => true)
    const refresher = createRefresher(refresh, 500)
    for (let i = 0; i < 95; i++) {
      refresher.request()
      await vi.advanceTimersByTimeAsync(10)
    }
    expect(refresh).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(500)
    expect(refresh).toHaveBeenCalledTimes(3)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(refresh).toHaveBeenCalledTimes(3)
    refresher.request()
    expect(refresh).toHaveBeenCalledTimes(4)
  })

  it('never runs twice at a time and does not lose what came meanwhile', async () => {
    let finish: (succeeded: boolean) => void = () => {}
    const refresh = vi.fn(() => new Promise<boolean>((resolve) => (finish = resolve)))
    const refresher = createRefresher(refresh, 500)
    refresher.request()
    refresher.request()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(refresh).toHaveBeenCalledTimes(1)
    finish(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  it('goes on after failures with growing pauses, quickly again after a success, and stops when told', async () => {
    let fail = true
    const refresh = vi.fn(() => (fail ? Promise.reject(new Error('no')) : Promise.resolve(true)))
    const refresher = createRefresher(refresh, 500)
    const requestFor = async (ms: number) => {
      for (let passed = 0; passed < ms; passed += 100) {
        refresher.request()
        await vi.advanceTimersByTimeAsync(100)
      }
    }
    await requestFor(3_100)
    // At 0, then after pauses of 1 s and 2 s.
    expect(refresh).toHaveBeenCalledTimes(3)
    fail = false
    await requestFor(4_000)
    expect(refresh).toHaveBeenCalledTimes(4)
    await requestFor(500)
    expect(refresh).toHaveBeenCalledTimes(5)
    refresher.stop()
    await requestFor(2_000)
    expect(refresh).toHaveBeenCalledTimes(5)
  })
})
