import { findFixtureFiles } from '@/lib/conformance/findFixtureFiles'
import type { Fixture } from '@/lib/conformance/fixture'
import { fixtureContext } from '@/lib/conformance/fixtureContext'
import { fixtureRequest } from '@/lib/conformance/fixtureRequest'
import { fixtureSecrets } from '@/lib/conformance/fixtureSecrets'
import { readFixture } from '@/lib/conformance/readFixture'
import { findAdapter } from '@/lib/providers/registry'
import type { CallbackRequest, Parsed, Secrets, VerifyContext } from '@/lib/providers/types'

/** A real request, and what must be known to judge damaged copies of it. */
export interface Case {
  name: string
  request: CallbackRequest
  secrets: Secrets
  context: VerifyContext
  /** What an authentic, signed request says: nothing else may ever be read out of it. Null where nothing is signed. */
  says: string | null
}

/** Schemes that say who sends, and nothing of what is sent. Every other one is a signature over the content. */
const UNSIGNED: ReadonlySet<string> = new Set([
  'none',
  'basic',
  'bearer',
  'path_token',
  'path_or_query_token',
  'shared-secret-query-token',
])

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
  const secrets = fixtureSecrets(fixture)
  const context = fixtureContext(adapter, fixture, request, secrets)
  const signed = !UNSIGNED.has(fixture.verify.scheme) && adapter.verify(request, secrets, context).ok
  return { name: fixture.name, request, secrets, context, says: signed ? saying(adapter.parse(request)) : null }
}

/** All of a reading that can have an effect. */
export function saying({ receipts, unreadable, confirm, alert }: Parsed): string {
  return JSON.stringify([receipts, unreadable.map(({ receipt }) => receipt), confirm, alert])
}

/** True when a reading has no effect at all. */
export function saysNothing({ receipts, unreadable, confirm, alert }: Parsed): boolean {
  return receipts.length === 0 && !confirm && !alert && unreadable.every(({ receipt }) => !receipt)
}
