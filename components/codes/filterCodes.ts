import type { CodeDictionary, CodeEntry, CodeKind } from '@/lib/contracts/codes'
import { FAILURE_LABELS, type FailureClass } from '@/lib/status/failureClass'

/** The filters as the address bar holds them; null: no restriction. */
export interface CodesFilter {
  q: string | null
  provider: string | null
  kind: CodeKind | null
  class: FailureClass | null
  permanent: 'yes' | 'no' | 'unknown' | null
  only: 'overridden' | null
}

/**
 * The entries that match every filter, in the order of the dictionary; those whose code is exactly what is searched for
 * come first. Each word of the search must occur somewhere: provider, code, name, plain words, reason. Pure.
 */
export function filterCodes({ items, providers }: CodeDictionary, filter: CodesFilter): CodeEntry[] {
  const names = new Map(providers.map(({ id, name }) => [id, name]))
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = items.filter(
    (entry) => fits(entry, filter) && words.every((word) => textOf(entry, names).includes(word)),
  )
  const exact = (entry: CodeEntry) => entry.code.toLowerCase() === filter.q?.trim().toLowerCase()
  return words.length === 0 ? found : [...found.filter(exact), ...found.filter((entry) => !exact(entry))]
}

function fits(entry: CodeEntry, filter: CodesFilter): boolean {
  return (
    (filter.provider === null || entry.adapter === filter.provider) &&
    (filter.kind === null || entry.kind === filter.kind) &&
    (filter.class === null || entry.failureClass === filter.class) &&
    (filter.permanent === null || (entry.failureClass !== null && permanence(entry.permanent) === filter.permanent)) &&
    (filter.only === null || entry.override !== null)
  )
}

function permanence(permanent: boolean | null): 'yes' | 'no' | 'unknown' {
  if (permanent === null) return 'unknown'
  return permanent ? 'yes' : 'no'
}

function textOf(entry: CodeEntry, names: ReadonlyMap<string, string>): string {
  const { adapter, connection, code, name, plain, note, failureClass, status, nextStep } = entry
  const parts = [
    ...[adapter, names.get(adapter), connection?.name, code, name, plain, note, status, nextStep],
    failureClass && FAILURE_LABELS[failureClass],
  ]
  return parts.filter(Boolean).join(' ').toLowerCase()
}
