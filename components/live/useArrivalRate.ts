'use client'

import { useCallback, useEffect, useState } from 'react'
import { useLiveChange } from '@/lib/client/LiveProvider'
import type { LiveChange } from '@/lib/contracts/live'

const MINUTE = 60_000

interface Arrivals {
  log: readonly { at: number; receipts: number }[]
  perMinute: number | null
}

/** Receipts told of in the last minute; null until this page has listened for one. Falls by itself when it is quiet. */
export function useArrivalRate(): number | null {
  const [arrivals, setArrivals] = useState<Arrivals>({ log: [], perMinute: null })
  useLiveChange(
    useCallback((change: LiveChange) => {
      const arrival = { at: Date.now(), receipts: change.receipts }
      setArrivals((before) => ({ ...before, log: [...before.log, arrival] }))
    }, []),
  )
  useEffect(() => {
    const since = Date.now()
    const timer = setInterval(() => setArrivals((before) => countLastMinute(before, since, Date.now())), 2_000)
    return () => clearInterval(timer)
  }, [])
  return arrivals.perMinute
}

function countLastMinute({ log, perMinute }: Arrivals, since: number, now: number): Arrivals {
  const recent = log.filter((each) => now - each.at < MINUTE)
  if (now - since < MINUTE) return { log: recent, perMinute }
  return { log: recent, perMinute: recent.reduce((sum, each) => sum + each.receipts, 0) }
}
