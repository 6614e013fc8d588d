import type { Receipt } from '@/lib/providers/types'
import { joinReceipts } from '@/lib/status/joinReceipts'
import type { FinalStatus } from './fixture'

/**
 * Joins the receipts of a group of fixtures, message by message, in the order given, reversed and repeated: each must
 * end in the final status that the group states. Returns the differences, one sentence each.
 */
export function checkSequence(receipts: readonly Receipt[], expected: readonly FinalStatus[]): string[] {
  if (expected.length === 0) return ['no file of the group states a final_status']
  const messages = groupByMessage(receipts)
  if (messages.size === 0) return ['no file of the group gave a receipt']
  return [...messages].flatMap(([key, own]) => {
    const orders = [own, [...own].reverse(), [...own, ...own]]
    return expected.flatMap((final) => [...new Set(orders.flatMap((order) => compareFinal(key, order, final)))])
  })
}

function compareFinal(key: string, receipts: readonly Receipt[], expected: FinalStatus): string[] {
  const joined = joinReceipts(receipts)
  const wanted = typeof expected === 'string' ? { canonical_status: expected } : expected
  const actual = {
    canonical_status: joined?.status ?? null,
    failure_class: joined?.failureClass ?? null,
    error_code: joined?.errorCode ?? null,
  }
  return (Object.keys(wanted) as (keyof typeof actual)[])
    .filter((field) => actual[field] !== wanted[field as keyof typeof wanted])
    .map(
      (field) =>
        `message ${key}: final ${field} expected ${JSON.stringify(wanted[field as keyof typeof wanted])}, ` +
        `is ${JSON.stringify(actual[field])}`,
    )
}

function groupByMessage(receipts: readonly Receipt[]): Map<string, Receipt[]> {
  const groups = new Map<string, Receipt[]>()
  for (const receipt of receipts) groups.set(keyOf(receipt), [...(groups.get(keyOf(receipt)) ?? []), receipt])
  return groups
}

function keyOf(receipt: Receipt): string {
  return receipt.messageKey ?? receipt.providerMessageId ?? `ref:${receipt.clientReference}`
}
