'use client'

import { useSyncExternalStore } from 'react'

let zones: readonly string[] | undefined
const NONE: readonly string[] = []

/** The time zones that this browser knows; none on the server, whose list may be another one. */
export function useZones(): readonly string[] {
  return useSyncExternalStore(
    () => () => undefined,
    () => (zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone')]),
    () => NONE,
  )
}
