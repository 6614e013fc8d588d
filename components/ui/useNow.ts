'use client'

import { useEffect, useState } from 'react'

/**
 * The present moment, read anew every `everyMs`. Begins with `initial` (the "as of" of the data), so that the server
 * and the browser draw the same words first.
 */
export function useNow(initial: string, everyMs = 10_000): Date {
  const [now, setNow] = useState(() => new Date(initial))
  useEffect(() => {
    const tick = () => setNow(new Date())
    tick()
    const timer = setInterval(tick, everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
