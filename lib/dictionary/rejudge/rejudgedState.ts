import type { MessageState } from '@/lib/ingest/messageState'
import { joinReceipts } from '@/lib/status/joinReceipts'
import type { StatusReceipt } from '@/lib/status/receipt'

/**
 * The state of a message once its receipts are judged anew. Only what the join decides can change: who sent it to whom,
 * when and for how much does not depend on the judgement. Pure.
 */
export function rejudgedState(stored: MessageState, receipts: readonly StatusReceipt[]): MessageState {
  const joined = joinReceipts(receipts)
  return joined ? { ...stored, ...joined } : stored
}
