import type { StatusReceipt } from './receipt'

/** How many parts the receipts of a message report one by one; null where none of them speaks of a part. */
export function partsOf(receipts: readonly Pick<StatusReceipt, 'part' | 'parts'>[]): number | null {
  let most: number | null = null
  for (const { part, parts } of receipts) {
    if (part != null) most = Math.max(most ?? 0, part, parts ?? 0)
  }
  return most
}
