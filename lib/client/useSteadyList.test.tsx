// @vitest-environment happy-dom
import { type QueryKey, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import type { Page } from './steadyPages'
import { useSteadyList } from './useSteadyList'

interface Row {
  id: string
  state: string
}
const page = (...items: Row[]): Page<Row> => ({ asOf: '2026-11-24T14:00:00.000Z', items, nextCursor: null })
const OLD = page({ id: '2', state: 'pending' }, { id: '1', state: 'pending' })
const HEAD_KEY: QueryKey = ['head']
const hasChanged = (old: Row, now: Row) => old.state !== now.state

it('keeps shown rows in place, renews their state, and holds new rows back until they are asked for', async () => {
  vi.stubGlobal('scrollTo', vi.fn())
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  const { result } = renderHook(
    () =>
      useSteadyList<Row>({
        list: {
          queryKey: ['list'],
          queryFn: () => Promise.resolve(OLD),
          initialPageParam: null,
          getNextPageParam: (last) => last.nextCursor,
        },
        head: { queryKey: HEAD_KEY, queryFn: () => Promise.resolve(OLD) },
        hasChanged,
      }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      ),
    },
  )
  await waitFor(() => expect(result.current.shown.map((row) => row.id)).toEqual(['2', '1']))

  act(() => {
    queryClient.setQueryData(HEAD_KEY, page({ id: '3', state: 'pending' }, { id: '2', state: 'delivered' }))
  })
  await waitFor(() => expect(result.current.fresh.map((row) => row.id)).toEqual(['3']))
  expect(result.current.shown).toEqual([
    { id: '2', state: 'delivered' },
    { id: '1', state: 'pending' },
  ])

  act(() => result.current.showFresh())
  await waitFor(() => expect(result.current.shown.map((row) => row.id)).toEqual(['3', '2']))
  expect(result.current.fresh).toEqual([])
})
