import path from 'node:path'
import type { Receipt } from '@/lib/providers/types'
import { checkFixture } from './checkFixture'
import { checkSequence } from './checkSequence'
import { findFixtureFiles } from './findFixtureFiles'
import type { FinalStatus, Fixture } from './fixture'
import { readFixture } from './readFixture'

export interface ConformanceResult {
  passed: number
  /** One line per failed file or group. */
  failures: string[]
}

interface Group {
  receipts: Receipt[]
  finals: FinalStatus[]
}

/**
 * Plays every fixture in the folder and below through the adapters; each file and each `sequence` group counts as one.
 * Throws when the folder cannot be read.
 */
export async function runConformance(folder: string): Promise<ConformanceResult> {
  const result: ConformanceResult = { passed: 0, failures: [] }
  const groups = new Map<string, Group>()
  for (const file of await findFixtureFiles(folder)) {
    const name = path.relative(folder, file)
    const fixture = await readFixture(file)
    if ('problem' in fixture) {
      count(result, name, [fixture.problem])
      continue
    }
    const check = checkFixture(fixture)
    count(result, name, check.problems)
    addToGroup(groups, path.dirname(name), fixture, check.receipts)
  }
  for (const [name, group] of groups) count(result, name, checkSequence(group.receipts, group.finals))
  return result
}

function count(result: ConformanceResult, name: string, problems: string[]): void {
  if (problems.length === 0) result.passed += 1
  else result.failures.push(`FAIL ${name}: ${problems.join('; ')}`.replace(/\s*\n\s*/g, ' '))
}

function addToGroup(groups: Map<string, Group>, folder: string, fixture: Fixture, receipts: Receipt[]): void {
  if (fixture.sequence === undefined) return
  const name = `${path.join(folder, '')} sequence "${sequenceName(fixture.sequence)}" (${fixture.adapter})`
  const group = groups.get(name) ?? { receipts: [], finals: [] }
  groups.set(name, group)
  group.receipts.push(...receipts)
  const final = fixture.expect.final_status ?? fixture.final_status
  if (final !== undefined) group.finals.push(final)
}

/** A name or number, or an object that holds the name beside the position in the group. */
function sequenceName(sequence: NonNullable<Fixture['sequence']>): string {
  if (typeof sequence !== 'object') return String(sequence)
  const name = sequence.group ?? sequence.id ?? sequence.name
  return String(name ?? Object.values(sequence).find((value) => typeof value === 'string') ?? '')
}
