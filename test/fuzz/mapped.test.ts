import { expect, test } from 'vitest'
import { findFixtureFiles } from '@/lib/conformance/findFixtureFiles'
import { fixtureAdapter } from '@/lib/conformance/fixtureAdapter'
import { fixtureContext } from '@/lib/conformance/fixtureContext'
import { fixtureRequest } from '@/lib/conformance/fixtureRequest'
import { fixtureSecrets } from '@/lib/conformance/fixtureSecrets'
import { readFixture } from '@/lib/conformance/readFixture'
import { saying, saysNothing } from './loadCases'
import { Mutator } from './Mutator'
import { outcomeOf, unsound } from './unsound'
import { seedOf, Xorshift } from './Xorshift'

const RUNS = Number(process.env['LANDED_FUZZ'] ?? 100_000)
const FOLDER = 'test/fixtures/providers/custom'
const TIMEOUT_MS = 5 * 60_000

/** Every fixture has a mapping, and so an adapter, of its own: each gets its share of the damage. */
test(
  `mappings: ${RUNS} damaged requests`,
  async () => {
    const files = await findFixtureFiles(FOLDER)
    const counts = { refused: 0, malformed: 0, ignored: 0, accepted: 0 }
    for (const file of files) {
      for (const kind of await play(file, Math.ceil(RUNS / files.length))) counts[kind] += 1
    }
    expect(counts.accepted).toBeGreaterThan(RUNS / 1000)
    expect(counts.refused).toBeGreaterThan(RUNS / 100)
  },
  TIMEOUT_MS,
)

async function play(file: string, runs: number) {
  const fixture = await readFixture(file)
  if ('problem' in fixture) throw new Error(`${file}: ${fixture.problem}`)
  const adapter = fixtureAdapter(fixture)
  if ('problem' in adapter) throw new Error(`${file}: ${adapter.problem}`)
  const [request, secrets] = [fixtureRequest(fixture), fixtureSecrets(fixture)]
  const context = fixtureContext(adapter, fixture, request, secrets)
  const isSigned = adapter.proof === 'signature' && adapter.verify(request, secrets, context).ok
  const says = isSigned ? saying(adapter.parse(request)) : null
  const mutator = new Mutator([request], adapter.methods, new Xorshift(seedOf(file)))
  return Array.from({ length: runs }, () => {
    const damaged = mutator.mutate(0)
    const outcome = outcomeOf(adapter, damaged, secrets, context)
    const problem = unsound(outcome)
    if (problem !== undefined) expect.fail(`${file}: ${problem}\n${JSON.stringify(damaged)}`)
    if (says !== null && outcome.verdict.ok && !saysNothing(outcome.parsed)) expect(saying(outcome.parsed)).toBe(says)
    return outcome.kind
  })
}
