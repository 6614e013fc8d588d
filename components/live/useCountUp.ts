'use client'

import { useEffect, useRef, useState } from 'react'

const DURATION_MS = 450

/** Runs from the value shown before to the new one in half a second; at once where motion is not wanted. */
export function useCountUp(value: number): number {
  const [shown, setShown] = useState(value)
  const current = useRef(value)
  useEffect(() => {
    const from = current.current
    if (from === value) return
    const show = (next: number) => {
      current.current = next
      setShown(next)
    }
    // A hidden page gets no animation frames and would keep the old figure.
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches || document.hidden
    let frame = 0
    const started = performance.now()
    const step = (now: number) => {
      const part = still ? 1 : Math.min((now - started) / DURATION_MS, 1)
      show(part === 1 ? value : Math.round(from + (value - from) * (1 - (1 - part) ** 3)))
      if (part < 1) frame = requestAnimationFrame(step)
    }
    if (still) step(started)
    else frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [value])
  return shown
}
