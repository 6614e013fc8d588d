import type { Message, MessageExportQuery } from '@/lib/contracts/message'
import { csvLine } from '@/lib/http/csvLine'
import { messages } from './messages'

const PAGE = 500

type Cell = string | number | boolean | null
/** Head of the column → its cell. */
const COLUMNS: Record<string, (message: Message) => Cell> = {
  id: (message) => message.id,
  connection: (message) => message.connection.name,
  provider: (message) => message.connection.adapter,
  provider_message_id: (message) => message.providerMessageId,
  client_reference: (message) => message.clientReference,
  recipient: (message) => message.recipient,
  sender: (message) => message.sender,
  state: (message) => message.state,
  status: (message) => message.status,
  provider_status: (message) => message.rawStatus,
  failure_class: (message) => message.failureClass,
  failure: (message) => message.failureLabel,
  error_code: (message) => message.errorCode,
  error_name: (message) => message.errorName,
  next_step: (message) => message.nextStep,
  contradicted: (message) => message.contradicted,
  sent_at: (message) => message.cohortAt,
  occurred_at: (message) => message.occurredAt,
  first_received_at: (message) => message.firstReceivedAt,
  last_received_at: (message) => message.lastReceivedAt,
  country: (message) => message.country,
  carrier_code: (message) => message.carrier?.key ?? null,
  carrier: (message) => message.carrier?.label ?? null,
  purpose: (message) => message.purpose,
  location: (message) => message.location,
  campaign: (message) => message.campaign,
  segments: (message) => message.segments,
  price: (message) => message.price,
  currency: (message) => message.currency,
  route: (message) => message.route,
}

/** All messages of a filter as CSV, page by page, newest first; the first chunk is the head with the first page. */
export async function* messagesCsv(query: MessageExportQuery): AsyncGenerator<string> {
  let text = csvLine(Object.keys(COLUMNS))
  let cursor: string | undefined
  do {
    const page = await messages({ ...query, cursor, limit: PAGE })
    for (const message of page.items) text += csvLine(Object.values(COLUMNS).map((cell) => cell(message)))
    cursor = page.nextCursor ?? undefined
    yield text
    text = ''
  } while (cursor !== undefined)
}
