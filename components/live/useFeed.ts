'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { FEED_LENGTH, feedOptions } from '@/lib/client/feedOptions'
import { useLiveChange } from '@/lib/client/LiveProvider'
import type { LiveChange } from '@/lib/contracts/live'
import type { FeedItem } from '@/lib/contracts/message'
import { mergeFeed } from './mergeFeed'

const MINUTE = 60_000

/** The newest receipts; while `held`, those on screen stay and the newer ones are only counted. */
export function useFeed(held: boolean) {
  const query = useQuery(feedOptions())
  const [pushed, setPushed] = useState<readonly FeedItem[]>([])
  const [arrivals, setArrivals] = useState<readonly { at: number; receipts: number }[]>([])
  const [waiting, setWaiting] = useState(0)
  const frozen = useRef<readonly FeedItem[] | null>(null)
  const [since] = useState(() => Date.now())

  useLiveChange(
    useCallback((change: LiveChange) => {
      const now = Date.now()
      setPushed((before) => mergeFeed(change.newest, before, FEED_LENGTH))
      setArrivals((before) => [
        ...before.filter((each) => now - each.at < MINUTE),
        { at: now, receipts: change.receipts },
      ])
      if (frozen.current) setWaiting((count) => count + change.receipts)
    }, []),
  )
  const current = mergeFeed(pushed, query.data?.items ?? [], FEED_LENGTH)
  if (!held) frozen.current = null
  else frozen.current ??= current
  useEffect(() => {
    if (!held) setWaiting(0)
  }, [held])
  return {
    query,
    items: frozen.current ?? current,
    waiting: held ? waiting : 0,
    /** Shows what waited, and holds from there. */
    release: () => {
      frozen.current = current
      setWaiting(0)
    },
    perMinute: usePerMinute(arrivals, since),
  }
}

/** Receipts told of in the last minute; null until this page has listened for one. Falls by itself when it is quiet. */
function usePerMinute(arrivals: readonly { at: number; receipts: number }[], since: number): number | null {
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 2_000)
    return () => clearInterval(timer)
  }, [])
  if (now - since < MINUTE) return null
  return arrivals.reduce((sum, each) => sum + (now - each.at < MINUTE ? each.receipts : 0), 0)
}
