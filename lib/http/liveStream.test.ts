import { beforeEach, expect, it, vi } from 'vitest'
import { liveChange, liveHello } from '@/lib/contracts/live'
import type { LiveChange } from '@/lib/contracts/live'
import { metrics } from '@/lib/observe/metrics'
import { liveStream } from './liveStream'

const listeners = vi.hoisted(() => new Set<(change: LiveChange) => void>())
vi.mock('@/lib/live/hub', () => ({
  subscribe: (listener: (change: LiveChange) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}))

const AT = '2026-07-01T12:00:00.000Z'
const change: LiveChange = {
  at: AT,
  committedAt: AT,
  receipts: 1,
  quarantined: 0,
  connections: false,
  newest: [
    {
      messageId: '7',
      connection: 'Shop',
      recipient: '+44 •••• ••214',
      status: 'delivered',
      failureClass: null,
      carrier: '23430',
      receivedAt: AT,
    },
  ],
}
const openStreams = async () => (await metrics.sseStreams.get()).values[0]?.value ?? 0

beforeEach(() => {
  listeners.clear()
  metrics.sseStreams.reset()
})

async function readText(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  return new TextDecoder().decode((await reader.read()).value)
}

it('greets, then sends changes as the contract says, with carriers by name', async () => {
  const reader = liveStream(new AbortController().signal).getReader()
  const hello = await readText(reader)
  expect(hello).toMatch(/^retry: \d+\n\nevent: hello\ndata: /)
  liveHello.parse(JSON.parse(hello.split('data: ')[1] ?? ''))
  for (const listener of listeners) listener(change)
  const text = await readText(reader)
  expect(text).toMatch(/^event: change\ndata: .*\n\n$/)
  expect(liveChange.parse(JSON.parse(text.split('data: ')[1] ?? '')).newest[0]?.carrier).toBe('EE')
  await reader.cancel()
})

it('lets go of everything when the reader cancels', async () => {
  const reader = liveStream(new AbortController().signal).getReader()
  await readText(reader)
  expect([listeners.size, await openStreams()]).toEqual([1, 1])
  await reader.cancel()
  expect([listeners.size, await openStreams()]).toEqual([0, 0])
})

it('ends when the request is aborted', async () => {
  const abort = new AbortController()
  const reader = liveStream(abort.signal).getReader()
  await readText(reader)
  abort.abort()
  expect((await reader.read()).done).toBe(true)
  expect([listeners.size, await openStreams()]).toEqual([0, 0])
})

it('cuts off a reader that takes nothing, and keeps nothing for it', async () => {
  liveStream(new AbortController().signal)
  for (let i = 0; i < 200; i++) for (const listener of listeners) listener(change)
  expect([listeners.size, await openStreams()]).toEqual([0, 0])
})
