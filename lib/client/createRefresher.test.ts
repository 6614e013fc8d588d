import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRefresher } from './createRefresher'

describe('createRefresher', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('refreshes at once, then at most twice a second, and once after the last request', async () => {
    const refresh = vi.fn(async () => undefined)
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
    let finish = () => {}
    const refresh = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)))
    const refresher = createRefresher(refresh, 500)
    refresher.request()
    refresher.request()
    await vi.advanceTimersByTimeAsync(3_000)
    expect(refresh).toHaveBeenCalledTimes(1)
    finish()
    await vi.advanceTimersByTimeAsync(0)
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  it('goes on after a failure and stops when told', async () => {
    const refresh = vi.fn(() => Promise.reject(new Error('no')))
    const refresher = createRefresher(refresh, 500)
    refresher.request()
    await vi.advanceTimersByTimeAsync(600)
    refresher.request()
    await vi.advanceTimersByTimeAsync(0)
    expect(refresh).toHaveBeenCalledTimes(2)
    refresher.stop()
    refresher.request()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(refresh).toHaveBeenCalledTimes(2)
  })
})
