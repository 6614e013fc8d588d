import type { MappingDraft } from '@/lib/contracts/mapping'
import type { PreviewedCallback, PreviewReceipt } from '@/lib/contracts/mappingApi'
import type { Adapter, Parsed, Receipt, Secrets, Unreadable, Verdict } from '@/lib/providers/types'
import { redactHeaders } from '@/lib/queries/redactHeaders'
import { redactTarget } from '@/lib/queries/redactTarget'
import type { Specimen } from './previewSamples'

const SHOWN = 50
const SHOWN_BODY = 64_000

/** What a mapping makes of one request. `now` judges the time of a pasted one, ms UTC. Pure. */
export function previewCallback(
  adapter: Adapter,
  mapping: MappingDraft,
  specimen: Specimen,
  secrets: Secrets,
  now: number,
): { shown: PreviewedCallback; parsed: Parsed } {
  const { id, receivedAt, target, request, isCut } = specimen
  const verdict = adapter.verify(request, secrets, { now: receivedAt ?? now })
  const parsed = adapter.parse(request)
  const text = request.rawBody.toString('utf8')
  const receipts = [...parsed.receipts, ...parsed.unreadable.flatMap(({ receipt }) => receipt ?? [])]
  const shown = {
    id,
    receivedAt: receivedAt === null ? null : new Date(receivedAt).toISOString(),
    method: request.method,
    target: redactTarget(target),
    headers: redactHeaders(request.headers),
    body: text.slice(0, SHOWN_BODY),
    isCut: isCut || text.length > SHOWN_BODY,
    verdict: methodVerdict(mapping, request.method) ?? describeVerdict(verdict, isCut),
    receipts: receipts.slice(0, SHOWN).map((receipt) => describeReceipt(receipt, adapter)),
    receiptCount: receipts.length,
    unreadable: parsed.unreadable.slice(0, SHOWN).map(describeUnreadable),
    unreadableCount: parsed.unreadable.length,
    ignored: parsed.ignored ?? null,
  }
  return { shown, parsed }
}

function methodVerdict({ methods }: MappingDraft, method: string): PreviewedCallback['verdict'] | null {
  if (methods.some((each) => each === method)) return null
  const reason = `It came by ${method}, which the mapping does not take.`
  return { ok: false, code: 'wrong_method', reason }
}

function describeVerdict(verdict: Verdict, isCut: boolean): PreviewedCallback['verdict'] {
  if (verdict.ok) return { ok: true, code: null, reason: null }
  const reason = isCut ? 'Only the beginning of its body was kept, so its signature cannot be checked.' : verdict.reason
  return { ok: false, code: verdict.code, reason }
}

function describeUnreadable({ item, field, code, reason }: Unreadable): PreviewedCallback['unreadable'][number] {
  return { item, field: field ?? (code === 'unknown_status' ? 'statuses' : null), code, reason }
}

function describeReceipt(receipt: Receipt, adapter: Adapter): PreviewReceipt {
  return {
    providerMessageId: receipt.providerMessageId,
    clientReference: receipt.clientReference ?? null,
    status: receipt.status,
    rawStatus: receipt.rawStatus,
    unrecognised: receipt.unrecognised ?? false,
    failureClass: receipt.failureClass,
    errorCode: receipt.errorCode,
    errorKnown: receipt.errorCode === null || adapter.explain(receipt.errorCode) !== undefined,
    recipient: receipt.recipient,
    sender: receipt.sender,
    occurredAt: receipt.occurredAt === null ? null : new Date(receipt.occurredAt).toISOString(),
    mccmnc: receipt.mccmnc ?? null,
    carrier: receipt.carrierName ?? null,
    price: receipt.price ?? null,
    currency: receipt.currency ?? null,
    segments: receipt.segments ?? null,
    route: receipt.route ?? null,
    part: receipt.part ?? null,
    parts: receipt.parts ?? null,
  }
}
