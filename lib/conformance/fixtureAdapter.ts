import { mapping } from '@/lib/contracts/mapping'
import { CUSTOM, mappedAdapter } from '@/lib/providers/mapped'
import { findAdapter } from '@/lib/providers/registry'
import type { Adapter } from '@/lib/providers/types'
import type { Fixture } from './fixture'

/** The adapter that a fixture names, or the one that its mapping describes; else why there is none. */
export function fixtureAdapter(fixture: Fixture): Adapter | { problem: string } {
  if (fixture.adapter !== CUSTOM)
    return findAdapter(fixture.adapter) ?? { problem: `Landed has no adapter "${fixture.adapter}"` }
  const read = mapping.safeParse(fixture.mapping)
  if (read.success) return mappedAdapter(read.data)
  const issues = read.error.issues.map((issue) => `${issue.path.join('.') || 'mapping'}: ${issue.message}`)
  return { problem: `the mapping cannot be used: ${issues.join('; ')}` }
}
