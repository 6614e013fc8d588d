import { fixtureAdapter } from '@/lib/conformance/fixtureAdapter'
import { findFixtureFiles } from '@/lib/conformance/findFixtureFiles'
import type { Fixture } from '@/lib/conformance/fixture'
import { fixtureContext } from '@/lib/conformance/fixtureContext'
import { fixtureRequest } from '@/lib/conformance/fixtureRequest'
import { fixtureSecrets } from '@/lib/conformance/fixtureSecrets'
import { readFixture } from '@/lib/conformance/readFixture'
import { ADAPTERS } from '@/lib/providers/registry'
import type { Adapter, CallbackRequest, Secrets, VerifyContext } from '@/lib/providers/types'
import { atMost, type Figure } from '../Figure'

const FIXTURES = 'test/fixtures/providers'
const LIMIT_US = 60
/** Where the scheme needs public keys or a JSON web token. */
const SLOW_LIMIT_US = 120
const SLOW_SCHEME = /jwt|ed25519|sns/
const ROUNDS = 30
const WARM_UP_ROUNDS = 20
/** Callbacks per measured stretch: one alone is shorter than the clock is exact. */
const STRETCH = 50

/** The adapter id of mappings; each fixture carries its own. */
const MAPPED = 'custom'

interface Callback {
  adapter: Adapter
  request: CallbackRequest
  secrets: Secrets
  context: VerifyContext
}

/** Median time of verify + parse of each adapter over the fixtures that it accepts, µs per callback. */
export async function adapterSpeed(): Promise<Figure[]> {
  const files = await findFixtureFiles(FIXTURES)
  const fixtures = (await Promise.all(files.map(readFixture))).filter((it): it is Fixture => !('problem' in it))
  const named = Object.values(ADAPTERS).map(({ id, name }) => figureOf(id, name, fixtures))
  return [...named, figureOf(MAPPED, 'Any other provider, by a mapping', fixtures)]
}

function figureOf(id: string, name: string, fixtures: readonly Fixture[]): Figure {
  const accepted = fixtures.filter((fixture) => fixture.adapter === id && !fixture.expect.rejected)
  const callbacks = accepted.map(toCallback).filter(isLetIn)
  if (callbacks.length === 0) throw new Error(`${id} has no fixture that it accepts.`)
  const isSlow = accepted.some(({ verify }) => SLOW_SCHEME.test(verify.scheme))
  return atMost(`${name}, verify + parse, median`, measure(callbacks), isSlow ? SLOW_LIMIT_US : LIMIT_US, 'µs')
}

function toCallback(fixture: Fixture): Callback {
  const adapter = fixtureAdapter(fixture)
  if ('problem' in adapter) throw new Error(adapter.problem)
  const request = fixtureRequest(fixture)
  const secrets = fixtureSecrets(fixture)
  return { adapter, request, secrets, context: fixtureContext(adapter, fixture, request, secrets) }
}

function isLetIn({ adapter, request, secrets, context }: Callback): boolean {
  return adapter.verify(request, secrets, context).ok
}

function measure(callbacks: readonly Callback[]): number {
  const took: number[] = []
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
    for (const callback of callbacks) {
      const time = stretch(callback)
      if (round >= 0) took.push(time)
    }
  }
  took.sort((a, b) => a - b)
  return took[Math.floor(took.length / 2)] ?? NaN
}

/** µs per callback. Each is a request of its own: what adapters remember of the last request must not help. */
function stretch({ adapter, request, secrets, context }: Callback): number {
  const requests = Array.from({ length: STRETCH }, () => ({ ...request }))
  const started = performance.now()
  for (const own of requests) {
    adapter.needs?.(own, secrets)
    adapter.verify(own, secrets, context)
    adapter.parse(own)
  }
  return ((performance.now() - started) * 1000) / STRETCH
}
