import type { z } from 'zod'
import { quoteShort } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { bodyKind } from '../contentType'
import { isJsonObject, parseJson } from '../parseJson'
import type { CallbackRequest, Parsed, Receipt, UnreadableCode } from '../types'
import { UnreadableError } from '../UnreadableError'
import { landedReceipt } from './contract'
import { toReceipt } from './toReceipt'

/** Reads one receipt, or a list of them under `receipts`; each is judged by itself. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    if (bodyKind(request) !== 'json') {
      throw new UnreadableError('wrong_content_type', 'The Content-Type must be application/json.')
    }
    return collectReceipts(itemsOf(parseJson(request)), readReceipt, 'An empty list of receipts.')
  })
}

function itemsOf(body: unknown): unknown[] {
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be a JSON object.')
  if (!Object.hasOwn(body, 'receipts')) return [body]
  if (Array.isArray(body.receipts)) return body.receipts
  throw new UnreadableError('invalid_value', 'receipts must be a list.')
}

function readReceipt(item: unknown): Receipt {
  if (!isJsonObject(item)) throw new UnreadableError('malformed_body', 'A receipt must be a JSON object.')
  // Known without the schema, which takes long to say what is wrong: a list may hold 20,000 of these.
  if (item.status === undefined) throw new UnreadableError('missing_field', 'status is missing.')
  const result = landedReceipt.safeParse(item)
  if (result.success) return toReceipt(result.data)
  const issue = result.error.issues[0]
  if (!issue) throw new UnreadableError('invalid_value', 'This is no receipt of the landed format.')
  throw describe(issue, item)
}

function describe(issue: z.core.$ZodIssue, item: Record<string, unknown>): UnreadableError {
  const field = String(issue.path[0] ?? '')
  const value = item[field]
  if (value === undefined) return new UnreadableError('missing_field', `${field} is missing.`)
  const shown = typeof value === 'string' ? quoteShort(value) : quoteShort(JSON.stringify(value) ?? '')
  return new UnreadableError(codeOf(field), `${field} ${shown} is not valid: ${issue.message}.`)
}

function codeOf(field: string): UnreadableCode {
  if (field === 'status') return 'unknown_status'
  return field === 'occurredAt' ? 'invalid_time' : 'invalid_value'
}
