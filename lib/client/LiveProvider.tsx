'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { type ChangeListener, LiveHub } from './LiveHub'
import { liveReading, type LiveReading } from './liveReading'

const LiveContext = createContext<LiveHub | null>(null)

/** One live stream per tab: refreshes every query whose key begins with "live" when something was committed. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient()
  const [hub] = useState(() => new LiveHub(queryClient))
  useEffect(() => hub.start(), [hub])
  return <LiveContext value={hub}>{children}</LiveContext>
}

/** How fresh this screen is, read anew twice a second: `live`, `behind` or `offline`, and by how much. */
export function useLive(): LiveReading {
  const { stream } = useHub()
  const facts = useSyncExternalStore(
    stream.subscribe,
    () => stream.facts,
    () => null,
  )
  const now = useSyncExternalStore(
    everyHalfSecond,
    () => Math.floor(Date.now() / 500) * 500,
    () => null,
  )
  if (!facts || now === null) return { state: 'connecting', behind: null }
  return liveReading(facts, Math.max(now, facts.heardAt ?? 0))
}

/** Calls `listener` for every change that the server tells. The listener must be stable (useCallback). */
export function useLiveChange(listener: ChangeListener): void {
  const hub = useHub()
  useEffect(() => hub.listen(listener), [hub, listener])
}

function useHub(): LiveHub {
  const hub = useContext(LiveContext)
  if (!hub) throw new Error('the live hooks need a LiveProvider above them')
  return hub
}

function everyHalfSecond(listener: () => void): () => void {
  const timer = setInterval(listener, 500)
  return () => clearInterval(timer)
}
