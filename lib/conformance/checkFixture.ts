import type { Adapter, CallbackRequest, Parsed, Receipt, Verdict } from '@/lib/providers/types'
import { compareControl, compareRefusal } from './compareControl'
import { compareEvents } from './compareEvents'
import type { Fixture } from './fixture'
import { fixtureAdapter } from './fixtureAdapter'
import { fixtureContext } from './fixtureContext'
import { fixtureRequest } from './fixtureRequest'
import { fixtureSecrets } from './fixtureSecrets'

/** What one fixture showed: no problems means passed. `receipts` are those that it would have applied. */
export interface Check {
  problems: string[]
  receipts: Receipt[]
}

/** Plays one fixture through the adapter that it names. */
export function checkFixture(fixture: Fixture): Check {
  const adapter = fixtureAdapter(fixture)
  if ('problem' in adapter) return failed(adapter.problem)
  const request = fixtureRequest(fixture)
  if (!adapter.methods.includes(request.method)) return failed(`${adapter.id} does not take ${request.method}`)
  return fixture.expect.rejected ? checkRefused(adapter, fixture, request) : checkAccepted(adapter, fixture, request)
}

/** Not authentic; or authentic without anything that could be read: such a callback is kept and changes nothing. */
function checkRefused(adapter: Adapter, fixture: Fixture, request: CallbackRequest): Check {
  const { control, rejected } = fixture.expect
  const verdict = verdictOf(adapter, fixture, request)
  if (!verdict.ok) return { problems: compareRefusal(adapter, verdict, control), receipts: [] }
  const parsed = adapter.parse(request)
  const refused = parsed.receipts.length === 0 && parsed.unreadable.length > 0
  if (!refused) return failed(`must be refused (${rejected}), but was accepted`)
  return { problems: compareControl(adapter, parsed, control), receipts: [] }
}

function checkAccepted(adapter: Adapter, fixture: Fixture, request: CallbackRequest): Check {
  const problems: string[] = []
  const verdict = verdictOf(adapter, fixture, request)
  if (!verdict.ok) problems.push(`refused with ${verdict.code}: ${verdict.reason}`)
  const parsed = adapter.parse(request)
  problems.push(
    ...compareEvents(parsed.receipts, fixture.expect.events),
    ...compareUnreadable(parsed, fixture),
    ...compareControl(adapter, parsed, fixture.expect.control),
  )
  const reply = fixture.verify.response_body
  if (reply !== undefined && adapter.reply.body !== reply) {
    problems.push(`reply: expected ${JSON.stringify(reply)}, is ${JSON.stringify(adapter.reply.body)}`)
  }
  return { problems, receipts: parsed.receipts }
}

/** With scheme `none` the sender is not checked. */
function verdictOf(adapter: Adapter, fixture: Fixture, request: CallbackRequest): Verdict {
  if (fixture.verify.scheme === 'none') return { ok: true }
  const secrets = fixtureSecrets(fixture)
  return adapter.verify(request, secrets, fixtureContext(adapter, fixture, request, secrets))
}

function compareUnreadable({ unreadable }: Parsed, fixture: Fixture): string[] {
  const expected = fixture.expect.unreadable ?? []
  const fits =
    unreadable.length === expected.length &&
    unreadable.every((entry, index) => {
      const wanted = expected[index]!
      return entry.code === wanted.code && (wanted.item === undefined || entry.item === wanted.item)
    })
  if (fits) return []
  const found = unreadable.map((entry) => `item ${entry.item} ${entry.code} (${entry.reason})`).join(', ') || 'none'
  return [`unreadable: expected ${JSON.stringify(expected)}, found ${found}`]
}

function failed(problem: string): Check {
  return { problems: [problem], receipts: [] }
}
