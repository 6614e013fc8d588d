import type { ReplayResult } from '@/lib/contracts/callback'

/** The results of several replays as one. */
export function mergeReplayResults(results: readonly ReplayResult[]): ReplayResult {
  return {
    replayed: results.reduce((sum, result) => sum + result.replayed, 0),
    applied: results.reduce((sum, result) => sum + result.applied, 0),
    stillQuarantined: results.flatMap((result) => result.stillQuarantined),
  }
}
