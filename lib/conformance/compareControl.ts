import { isDeepStrictEqual } from 'node:util'
import { refusalStatus } from '@/lib/providers/refusalStatus'
import type { Adapter, Parsed, Reply, Verdict } from '@/lib/providers/types'
import type { Control } from './fixture'

/** What the receiver does beside reading receipts, compared with `expect.control`; one sentence per difference. */
export function compareControl(adapter: Adapter, parsed: Parsed, control: Control = {}): string[] {
  const reply = parsed.reply ?? adapter.reply
  return [...compareAction(parsed, control.action), ...compareReply(reply, reply.headers ?? {}, control)]
}

/** The same for a request that is refused: the body of the answer is ours, its status and headers are compared. */
export function compareRefusal(
  adapter: Adapter,
  verdict: Extract<Verdict, { ok: false }>,
  control: Control = {},
): string[] {
  const status = refusalStatus(verdict.code)
  const reply = { status, body: verdict.reason }
  const problems = compareReply(reply, status === 401 ? (adapter.challenge ?? {}) : {}, control)
  return control.action === undefined ? problems : [...problems, `control: refused, so there is no ${control.action}`]
}

function compareAction(parsed: Parsed, action: Control['action']): string[] {
  if (action === 'confirm_subscription' && !parsed.confirm) return ['control: the subscription is not confirmed']
  if (action !== 'confirm_subscription' && parsed.confirm) return ['control: a subscription is confirmed']
  if (action === 'alert_unsubscribed' && parsed.alert?.code !== 'unsubscribed') return ['control: nobody is alerted']
  if (action !== 'alert_unsubscribed' && parsed.alert) return ['control: somebody is alerted']
  return []
}

function compareReply(reply: Reply, headers: Readonly<Record<string, string>>, control: Control): string[] {
  const problems: string[] = []
  const { response_status: status, response_body: body, response_headers: wanted, response_header: header } = control
  if (status !== undefined && reply.status !== status) problems.push(`control: status ${status}, is ${reply.status}`)
  if (body !== undefined && !isSameBody(reply.body, body)) {
    problems.push(`control: body ${JSON.stringify(body)}, is ${JSON.stringify(reply.body)}`)
  }
  for (const [name, value] of Object.entries(wanted ?? {})) {
    const sent = headers[name.toLowerCase()]
    if (sent !== value) problems.push(`control: header ${name} ${JSON.stringify(value)}, is ${JSON.stringify(sent)}`)
  }
  if (header !== undefined && !headers[header.toLowerCase()]) problems.push(`control: header ${header} is missing`)
  return problems
}

/** A text is compared as it is, anything else as JSON. */
function isSameBody(body: string, expected: unknown): boolean {
  if (typeof expected === 'string') return body === expected
  try {
    return isDeepStrictEqual(JSON.parse(body), expected)
  } catch {
    return false
  }
}
