import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './ProblemError'

/** The cache of one browser tab, or of one server render. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live events say when something changed; refetching sooner would only ask the same thing twice.
        staleTime: 15_000,
        // The server is often on this very machine: being "offline" says nothing about reaching it.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 5_000),
      },
      mutations: { networkMode: 'always' },
    },
  })
}

function isWorthRetrying(error: Error): boolean {
  if (!(error instanceof ProblemError)) return false
  return error.problem.status === 0 ? error.problem.title === 'No connection' : error.problem.status >= 500
}
