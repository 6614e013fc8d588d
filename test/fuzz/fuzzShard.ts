import { describe, expect, test } from 'vitest'
import { ADAPTERS } from '@/lib/providers/registry'
import { fuzzAdapter } from './fuzzAdapter'

const RUNS = Number(process.env['LANDED_FUZZ'] ?? 100_000)
const TIMEOUT_MS = 10 * 60_000

/** Tests every `of`-th adapter, so that several files, and so several processes, share the work. */
export function fuzzShard(shard: number, of: number): void {
  const own = Object.values(ADAPTERS).filter((_, index) => index % of === shard)
  describe.each(own)('$id', (adapter) => {
    test(
      `${RUNS} damaged requests`,
      async () => {
        const { counts, problems } = await fuzzAdapter(adapter, RUNS)
        expect(problems.join('\n\n')).toBe('')
        // Else the damage would be such that nothing is tried.
        expect(counts.accepted).toBeGreaterThan(RUNS / 1000)
        expect(counts.refused).toBeGreaterThan(RUNS / 100)
      },
      TIMEOUT_MS,
    )
  })
}
