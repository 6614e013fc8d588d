'use client'

import { useEffect, useState } from 'react'

/** The value as it was when it last rested for so long, ms. */
export function useDebounced<T>(value: T, quietMs: number): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), quietMs)
    return () => clearTimeout(timer)
  }, [value, quietMs])
  return rested
}
