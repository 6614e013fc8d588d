import { joinReceipts } from '@/lib/status/joinReceipts'
import type { StatusReceipt } from '@/lib/status/receipt'
import { stateOf, type State } from '@/lib/status/state'
import { STATUSES, type Status } from '@/lib/status/status'
import type { SentCall } from './sendPlan'
import type { SimulatedCallback } from './SimulatedCallback'
import type { SimulatedProvider } from './SimulatedProvider'

/** What was sent and accepted, and what must therefore be counted. */
export interface Tally {
  messages: number
  /** Requests that were answered 2xx. */
  callbacks: number
  /** Different statements among them. */
  receipts: number
  /** Statements said again. */
  duplicates: number
  /** Messages by the status that they must end up with. */
  statuses: Record<Status, number>
  states: Record<State, number>
}

/** Joins what was accepted, message by message, into the figures that Landed must show. */
export function tally(sent: readonly SentCall[]): Tally {
  const accepted = sent.filter(({ answer }) => isAccepted(answer.status))
  const messages = new Map<number, Map<string, StatusReceipt>>()
  for (const { call } of accepted) {
    const receipts = messages.get(call.message) ?? new Map<string, StatusReceipt>()
    const receipt = asReceipt(call.provider, call.callback)
    messages.set(call.message, receipts.set(statementOf(receipt), receipt))
  }
  const ends = [...messages.values()].flatMap((receipts) => joinReceipts([...receipts.values()])?.status ?? [])
  const receipts = [...messages.values()].reduce((sum, own) => sum + own.size, 0)
  return {
    messages: messages.size,
    callbacks: accepted.length,
    receipts,
    duplicates: accepted.length - receipts,
    ...countEnds(ends),
  }
}

/** True for the answers that tell a provider that its callback was taken. */
export function isAccepted(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}

function countEnds(ends: readonly Status[]): Pick<Tally, 'statuses' | 'states'> {
  const statuses = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>
  const states: Record<State, number> = { delivered: 0, failed: 0, unconfirmed: 0, pending: 0 }
  for (const status of ends) {
    statuses[status] += 1
    states[stateOf(status)] += 1
  }
  return { statuses, states }
}

function statementOf(receipt: StatusReceipt): string {
  return [receipt.rawStatus, receipt.errorCode, receipt.occurredAt].join(' ')
}

/** Twilio sends no time, so for Landed it has none. */
function asReceipt(provider: SimulatedProvider, callback: SimulatedCallback): StatusReceipt {
  return {
    status: callback.status,
    rawStatus: callback.word,
    failureClass: null,
    errorCode: callback.code,
    occurredAt: provider === 'twilio' ? null : callback.occurredAt,
  }
}
