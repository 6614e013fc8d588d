import type { Callback } from '@/lib/contracts/callback'

/** How many callbacks wait for each reason, most common first; one counts by its first open entry. */
export function countCodes(callbacks: readonly Callback[]): [code: string, count: number][] {
  const counts = new Map<string, number>()
  for (const { quarantine } of callbacks) {
    const entry = quarantine.find((each) => each.resolvedAt === null)
    if (entry) counts.set(entry.code, (counts.get(entry.code) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
