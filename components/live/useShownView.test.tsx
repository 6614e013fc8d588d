// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useShownView } from './useShownView'

it('keeps the view before whole until the wanted one has its own figures', () => {
  const today = { figures: 'of today', words: 'today' }
  const hook = renderHook(({ view, ready }) => useShownView(view, ready), {
    initialProps: { view: today, ready: true },
  })
  expect(hook.result.current).toEqual(today)
  const mixed = { figures: 'of today', words: 'yesterday' }
  hook.rerender({ view: mixed, ready: false })
  expect(hook.result.current).toEqual(today)
  const yesterday = { figures: 'of yesterday', words: 'yesterday' }
  hook.rerender({ view: yesterday, ready: true })
  expect(hook.result.current).toEqual(yesterday)
})

it('shows nothing before there is anything, and no second rendering for an equal view', () => {
  const hook = renderHook(({ ready }) => useShownView({ a: 1 }, ready), { initialProps: { ready: false } })
  expect(hook.result.current).toBeNull()
  hook.rerender({ ready: true })
  const first = hook.result.current
  hook.rerender({ ready: true })
  expect(hook.result.current).toBe(first)
})
