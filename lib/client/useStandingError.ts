'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * The error of a query from its first failure until it succeeds again. The query itself forgets it whenever it tries
 * anew, which would make the page flicker between the problem and its skeleton.
 */
export function useStandingError(query: Pick<UseQueryResult, 'failureReason' | 'error' | 'isSuccess' | 'isFetching'>) {
  const [standing, setStanding] = useState<Error | null>(null)
  const fresh = query.error ?? query.failureReason
  const next = fresh ?? (query.isSuccess && !query.isFetching ? null : standing)
  if (next !== standing) setStanding(next)
  return next
}
