import type { PoolClient } from 'pg'
import { MOST_DIFFERENCES, type Difference } from './Difference'
import { expectedState, STATE_COLUMNS, type State } from './expectedState'
import { idRanges, type IdRange } from './idRanges'
import { readMessages, readReceipts, type StoredMessage, type StoredReceipt } from './readMessages'

/**
 * Joins the receipts of each message anew and compares the result with what the message says. Reports messages without
 * receipts and receipts without a message too. With `sample`, only about that many messages, chosen by chance.
 */
export async function compareMessages(client: PoolClient, sample?: number): Promise<Difference[]> {
  const all: Difference[] = []
  for (const range of await idRanges(client, sample)) {
    all.push(...(await compareRange(client, range)))
    if (all.length >= MOST_DIFFERENCES) return all.slice(0, MOST_DIFFERENCES)
  }
  return all
}

async function compareRange(client: PoolClient, range: IdRange): Promise<Difference[]> {
  const messages = await readMessages(client, range)
  const receipts = groupByMessage(await readReceipts(client, range))
  const known = new Set(messages.map((message) => message.id))
  return [
    ...messages.flatMap((message) => compareOne(message, receipts.get(message.id) ?? [])),
    ...[...receipts].flatMap(([messageId, own]) => (known.has(messageId) ? [] : [withoutMessage(messageId, own)])),
  ]
}

function compareOne(message: StoredMessage, receipts: StoredReceipt[]): Difference[] {
  const key = { id: message.id, connection_id: String(message.connectionId), message_key: message.messageKey }
  const expected = expectedState(receipts)
  if (!expected) return [{ table: 'message', key, column: 'receipts', expected: 'at least one', found: '0' }]
  return STATE_COLUMNS.flatMap((column) => {
    const [should, is] = [text(expected[column]), text(message.state[column])]
    return should === is ? [] : [{ table: 'message' as const, key, column, expected: should, found: is }]
  })
}

function withoutMessage(messageId: string, receipts: StoredReceipt[]): Difference {
  const found = `none, but ${receipts.length} ${receipts.length === 1 ? 'receipt' : 'receipts'}`
  return { table: 'receipt', key: { message_id: messageId }, column: 'message', expected: 'a message', found }
}

function text(value: State[keyof State]): string {
  if (value === null) return 'null'
  return value instanceof Date ? value.toISOString() : String(value)
}

function groupByMessage(receipts: StoredReceipt[]): Map<string, StoredReceipt[]> {
  const groups = new Map<string, StoredReceipt[]>()
  for (const receipt of receipts) {
    const group = groups.get(receipt.messageId)
    if (group) group.push(receipt)
    else groups.set(receipt.messageId, [receipt])
  }
  return groups
}
