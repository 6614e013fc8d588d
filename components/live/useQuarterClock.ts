'use client'

import { useEffect, useState } from 'react'
import { endOfQuarter } from '@/lib/metrics/timeRange'

/** The time, renewed whenever a quarter hour begins: named ranges move with it. Starts with the server's `initial`. */
export function useQuarterClock(initial: Date): Date {
  const [now, setNow] = useState(initial)
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), Math.max(endOfQuarter(now) - Date.now(), 0) + 50)
    return () => clearTimeout(timer)
  }, [now])
  return now
}
