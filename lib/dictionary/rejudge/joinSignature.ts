import { joinReceipts } from '@/lib/status/joinReceipts'
import type { StatusReceipt } from '@/lib/status/receipt'
import type { Judgement, StoredJudgement } from './Rules'
import type { Signature } from './signatures'

/** The state of the messages of a signature, given how each group is judged. Pure. */
export function joinSignature(signature: Signature, judgements: readonly StoredJudgement[]): Judgement | null {
  const receipts = signature.receipts.flatMap(({ group, rank, part, parts }): StatusReceipt[] => {
    const judged = judgements[group]
    return judged ? [{ ...judged, occurredAt: rank, part, parts }] : []
  })
  return joinReceipts(receipts)
}
