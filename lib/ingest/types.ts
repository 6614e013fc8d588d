import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'

/** An HTTP request at one of the two doors, before anything is known about it. */
export interface IncomingCallback {
  method: string
  /** Path and query exactly as on the wire; begins with "/api/callbacks/". */
  target: string
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** Which door it came through, for the metrics. */
  door: 'fast' | 'next'
}

export interface CallbackReply {
  status: number
  body: string
  contentType: string
  headers?: Readonly<Record<string, string>>
}

export type Outcome = 'applied' | 'ignored' | 'unapplied' | 'refused'

/** A row for the `callback` log. */
export interface CallbackRow {
  id: string
  receivedAt: number
  connectionId: number | null
  adapter: string
  method: string
  target: string
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** SHA-256 of the whole body where only its beginning is kept; null: PostgreSQL takes it of `body`. */
  bodyHash: Buffer | null
  outcome: Outcome
  receiptCount: number
}

/** Why (a part of) a callback was not applied. */
export interface QuarantineRow {
  code: string
  reason: string
  item: number
}

/** A receipt with all that the commit needs to know; every field final and valid for PostgreSQL. */
export interface IngestReceipt {
  messageKey: string
  /** 64 bits as 16 hex digits; the same for the same statement. */
  fingerprint: string
  providerMessageId: string | null
  clientReference: string | null
  recipient: string | null
  sender: string | null
  status: Status
  rawStatus: string
  failureClass: FailureClass | null
  errorCode: string | null
  occurredAt: number | null
  country: string
  carrier: string
  purpose: string
  location: string
  campaign: string | null
  segments: number | null
  price: string | null
  currency: string | null
  route: string | null
  /** Number of the part that it speaks of, of `parts`; null where it speaks of the whole text. */
  part: number | null
  parts: number | null
  /** What the adapter made of it, where an override made something else; else null. */
  overridden: { status: Status; failureClass: FailureClass | null } | null
}

/** A word or code that nobody knows. */
export interface NewCode {
  kind: 'status' | 'error'
  code: string
}

/** What one authentic callback brings into a batch. */
export interface IngestItem {
  callback: CallbackRow
  /** True for a callback that is replayed: it stands in the log already and is not written again. */
  isLogged?: boolean
  receipts: IngestReceipt[]
  quarantine: QuarantineRow[]
  newCodes?: readonly NewCode[]
  /** Stored states of this connection may follow an older mapping: join its messages from all their receipts. */
  isRejudging?: boolean
}
