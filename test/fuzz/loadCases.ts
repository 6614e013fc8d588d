import { findFixtureFiles } from '@/lib/conformance/findFixtureFiles'
import type { Fixture } from '@/lib/conformance/fixture'
import { fixtureContext } from '@/lib/conformance/fixtureContext'
import { fixtureRequest } from '@/lib/conformance/fixtureRequest'
import { fixtureSecrets } from '@/lib/conformance/fixtureSecrets'
import { readFixture } from '@/lib/conformance/readFixture'
import { findAdapter } from '@/lib/providers/registry'
import type { CallbackRequest, Parsed, Receipt, Secrets, VerifyContext } from '@/lib/providers/types'

/** A real request, and what must be known to judge damaged copies of it. */
export interface Case {
  name: string
  request: CallbackRequest
  secrets: Secrets
  context: VerifyContext
  /** What an authentic, signed request says: nothing else may ever be read out of it. Null where nothing is signed. */
  says: string | null
  /**
   * The scheme signs names and values without anything between them, so `From=ACME` and `FromACME=` are signed the same:
   * on the way somebody may take a field away, though never put one in.
   */
  mayLose: boolean
}

const WITHOUT_SEPARATORS: ReadonlySet<string> = new Set(['twilio-hmac-sha1', 'plivo-v3', 'plivo-v2+v3'])

/** Schemes that say who sends, and nothing of what is sent. Every other one is a signature over the content. */
const UNSIGNED: ReadonlySet<string> = new Set([
  'none',
  'basic',
  'bearer',
  'path_token',
  'path_or_query_token',
  'shared-secret-query-token',
  // Version 2 of Plivo vouches for the URL alone.
  'plivo-v2',
])

/** Settings without which a signature that vouches for less would do as well. */
const STRICT: Readonly<Record<string, Secrets>> = { 'plivo-v2+v3': { requireV3: 'yes' } }

let fixtures: Promise<Fixture[]> | undefined

/** Every fixture of that adapter. */
export async function loadCases(adapterId: string): Promise<Case[]> {
  fixtures ??= readAll()
  return (await fixtures).filter((fixture) => fixture.adapter === adapterId).map(toCase)
}

async function readAll(): Promise<Fixture[]> {
  const read = await Promise.all((await findFixtureFiles('test/fixtures/providers')).map(readFixture))
  return read.filter((fixture): fixture is Fixture => !('problem' in fixture))
}

function toCase(fixture: Fixture): Case {
  const adapter = findAdapter(fixture.adapter)
  if (!adapter) throw new Error(`No adapter "${fixture.adapter}".`)
  const request = fixtureRequest(fixture)
  const secrets = { ...fixtureSecrets(fixture), ...STRICT[fixture.verify.scheme] }
  const context = fixtureContext(adapter, fixture, request, secrets)
  const signed = !UNSIGNED.has(fixture.verify.scheme) && adapter.verify(request, secrets, context).ok
  const says = signed ? saying(adapter.parse(request)) : null
  return { name: fixture.name, request, secrets, context, says, mayLose: WITHOUT_SEPARATORS.has(fixture.verify.scheme) }
}

/** All of a reading that can have an effect. */
export function saying({ receipts, unreadable, confirm, alert }: Parsed): string {
  return JSON.stringify([receipts, unreadable.map(({ receipt }) => receipt), confirm, alert])
}

/** True when a reading has no effect at all. */
export function saysNothing({ receipts, unreadable, confirm, alert }: Parsed): boolean {
  return receipts.length === 0 && !confirm && !alert && unreadable.every(({ receipt }) => !receipt)
}

/** True when the second reading is the first with fields missing, and still of the same message and status. */
export function onlyLost(first: string, second: string): boolean {
  const [before, after] = [first, second].map((text) => (JSON.parse(text) as [Receipt[]])[0])
  if (!before || !after || before.length !== after.length) return false
  return after.every((receipt, index) => {
    const original = before[index]!
    if (receipt.status !== original.status || receipt.providerMessageId !== original.providerMessageId) return false
    return Object.entries(receipt).every(([name, value]) => value === null || value === original[name as keyof Receipt])
  })
}
