'use client'

import { useTimeZone } from '@/lib/client/BusinessZone'

/** Says in which zone the times of this page are: once per page, always visible. */
export function TimeZoneNote({ className }: { className?: string }) {
  return <span className={className}>Times in {useTimeZone()}</span>
}
