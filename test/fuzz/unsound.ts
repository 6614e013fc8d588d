import type { Adapter, CallbackRequest, Parsed, Receipt, Secrets, Verdict, VerifyContext } from '@/lib/providers/types'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'

const KNOWN_STATUSES: ReadonlySet<string> = new Set(STATUSES)
const KNOWN_CLASSES: ReadonlySet<string> = new Set(FAILURE_CLASSES)
const YEAR_2000 = Date.UTC(2000, 0, 1)
const YEAR_2101 = Date.UTC(2101, 0, 1)
const CODE = /^[a-z_]+$/
const E164 = /^\+[1-9]\d{6,14}$/
const DECIMAL = /^\d{1,10}(?:\.\d{1,18})?$/
const MCCMNC = /^\d{5,6}$/
/** What PostgreSQL does not take as text. */
const UNSTORABLE = /\0|\p{Surrogate}/u
const LONGEST_REASON = 400
const LONGEST_VALUE = 260

export interface Outcome {
  kind: 'refused' | 'malformed' | 'ignored' | 'accepted'
  verdict: Verdict
  parsed: Parsed
}

/** What an adapter makes of a request. Parses it whatever `verify` says. */
export function outcomeOf(
  adapter: Adapter,
  request: CallbackRequest,
  secrets: Secrets,
  context: VerifyContext,
): Outcome {
  const verdict = adapter.verify(request, secrets, context)
  const parsed = adapter.parse(request)
  return { kind: kindOf(verdict, parsed), verdict, parsed }
}

function kindOf(verdict: Verdict, parsed: Parsed): Outcome['kind'] {
  if (!verdict.ok) return 'refused'
  if (parsed.receipts.length > 0) return 'accepted'
  return parsed.unreadable.length > 0 ? 'malformed' : 'ignored'
}

/**
 * What callers rely on and does not hold, in one sentence; undefined when all is well. Without the assertions of a test
 * library: this runs millions of times.
 */
export function unsound({ verdict, parsed }: Outcome): string | undefined {
  if (!verdict.ok && (!CODE.test(verdict.code) || !isText(verdict.reason, LONGEST_REASON)))
    return `verdict ${JSON.stringify(verdict)}`
  for (const receipt of parsed.receipts) {
    const problem = unsoundReceipt(receipt)
    if (problem !== undefined) return problem
    if (receipt.unrecognised) return 'an unrecognised status among the receipts'
  }
  for (const entry of parsed.unreadable) {
    if (!CODE.test(entry.code) || !isText(entry.reason, LONGEST_REASON) || !(entry.item >= 0))
      return `unreadable ${JSON.stringify(entry)}`
    const problem = entry.receipt && unsoundReceipt(entry.receipt)
    if (problem !== undefined) return problem
  }
  return unsoundRest(parsed)
}

function unsoundRest(parsed: Parsed): string | undefined {
  const nothing = parsed.receipts.length + parsed.unreadable.length === 0
  if ((parsed.ignored !== undefined) !== nothing) return `ignored ${JSON.stringify(parsed.ignored)}`
  if (parsed.ignored !== undefined && !isText(parsed.ignored, LONGEST_REASON)) return 'ignored is no good text'
  if (parsed.confirm && !parsed.confirm.url.startsWith('https://')) return `confirm ${parsed.confirm.url}`
  if (parsed.alert && !isText(parsed.alert.reason, LONGEST_REASON)) return 'alert is no good text'
  return undefined
}

function unsoundReceipt(receipt: Receipt): string | undefined {
  for (const name in receipt) {
    const value = receipt[name as keyof Receipt]
    if (typeof value === 'string' && !isText(value, LONGEST_VALUE)) return bad(receipt, name)
    if (typeof value === 'number' && !Number.isInteger(value)) return bad(receipt, name)
  }
  if (!KNOWN_STATUSES.has(receipt.status)) return bad(receipt, 'status')
  if (receipt.rawStatus === '') return bad(receipt, 'rawStatus')
  if (receipt.failureClass !== null && !KNOWN_CLASSES.has(receipt.failureClass)) return bad(receipt, 'failureClass')
  if (!(receipt.providerMessageId ?? receipt.messageKey ?? receipt.clientReference)) return bad(receipt, 'its key')
  if (receipt.recipient !== null && !E164.test(receipt.recipient)) return bad(receipt, 'recipient')
  const { occurredAt } = receipt
  if (occurredAt !== null && !(occurredAt >= YEAR_2000 && occurredAt < YEAR_2101)) return bad(receipt, 'occurredAt')
  return unsoundLabels(receipt)
}

function unsoundLabels(receipt: Receipt): string | undefined {
  if (receipt.price !== undefined && !DECIMAL.test(receipt.price)) return bad(receipt, 'price')
  if (receipt.mccmnc !== undefined && !MCCMNC.test(receipt.mccmnc)) return bad(receipt, 'mccmnc')
  if (receipt.segments !== undefined && receipt.segments < 0) return bad(receipt, 'segments')
  if (receipt.part !== undefined && receipt.part < 1) return bad(receipt, 'part')
  if (receipt.parts !== undefined && receipt.parts < (receipt.part ?? 1)) return bad(receipt, 'parts')
  for (const name of ['messageKey', 'clientReference', 'route', 'carrierName', 'errorCode'] as const)
    if (receipt[name] === '') return bad(receipt, name)
  return undefined
}

function isText(text: string, longest: number): boolean {
  return text.length > 0 ? text.length <= longest && !UNSTORABLE.test(text) : true
}

function bad(receipt: Receipt, name: string): string {
  return `${name} of ${JSON.stringify(receipt).slice(0, 600)}`
}
