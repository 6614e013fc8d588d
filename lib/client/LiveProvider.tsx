'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveChange } from '@/lib/contracts/live'
import { createRefresher } from './createRefresher'
import { liveReading, type LiveReading } from './liveReading'
import { LiveStream } from './LiveStream'
import { refreshLiveQueries } from './refreshLiveQueries'

type ChangeListener = (change: LiveChange) => void

interface Live {
  stream: LiveStream
  listeners: Set<ChangeListener>
}

const LiveContext = createContext<Live | null>(null)

/** Figures follow events at most this often. */
const REFRESH_MS = 500
/** While the stream is away, the server is asked this often instead. */
const POLL_MS = 5_000

/** One live stream per tab: refreshes every query whose key begins with "live" when something was committed. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [live, setLive] = useState<Live | null>(null)

  useEffect(() => {
    const listeners = new Set<ChangeListener>()
    const refresher = createRefresher(async () => {
      const askedAt = Date.now()
      const told = stream.facts.waitingSince
      if (await refreshLiveQueries(queryClient)) stream.shown(askedAt, told)
    }, REFRESH_MS)
    const stream = new LiveStream({
      open: () => new EventSource('/api/live'),
      now: () => Date.now(),
      onChange: (change) => {
        for (const listener of listeners) listener(change)
        // A hidden page owes nobody fresh figures; it catches up when it is looked at.
        if (!document.hidden) refresher.request()
      },
      onGap: () => refresher.request(),
    })
    const look = () => {
      if (document.hidden) return
      stream.wake()
      refresher.request()
    }
    const poll = setInterval(() => !stream.facts.open && !document.hidden && refresher.request(), POLL_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    stream.start()
    setLive({ stream, listeners })
    return () => {
      stream.stop()
      refresher.stop()
      clearInterval(poll)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [queryClient])

  return <LiveContext value={live}>{children}</LiveContext>
}

/** How fresh this screen is, read anew twice a second: `live`, `behind` or `offline`, and by how much. */
export function useLive(): LiveReading {
  const live = useContext(LiveContext)
  const facts = useSyncExternalStore(
    live?.stream.subscribe ?? nothing,
    () => live?.stream.facts ?? null,
    () => null,
  )
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [])
  if (!facts || now === null) return { state: 'connecting', behind: null }
  return liveReading(facts, Math.max(now, facts.heardAt ?? 0))
}

/** Calls `listener` for every change that the server tells. The listener must be stable (useCallback). */
export function useLiveChange(listener: ChangeListener): void {
  const live = useContext(LiveContext)
  useEffect(() => {
    if (!live) return
    live.listeners.add(listener)
    return () => void live.listeners.delete(listener)
  }, [live, listener])
}

const nothing = () => () => undefined
