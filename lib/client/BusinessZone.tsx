'use client'

import { createContext, type ReactNode, useContext } from 'react'

const Zone = createContext<string | null>(null)

/** Gives all screens below it the time zone of the business. It comes from the server; the browser's own never counts. */
export function BusinessZone({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <Zone value={timeZone}>{children}</Zone>
}

/** The time zone in which the business reads times, e.g. "Europe/London". */
export function useTimeZone(): string {
  const zone = useContext(Zone)
  if (zone === null) throw new Error('useTimeZone needs a BusinessZone above it')
  return zone
}
