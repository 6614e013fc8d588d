import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'

/** One HTTP request as an adapter sees it. Adapters are pure: no database, no environment, no clock. */
export interface CallbackRequest {
  method: string
  /** The full public URL, path and query byte for byte as on the wire. Never built from the Host header. */
  url: string
  /** Header names in lower case; a repeated header is joined with ", ". */
  headers: Readonly<Record<string, string>>
  rawBody: Buffer
}

/** A connection's secrets under the provider's own names in camelCase (`authToken`, `signatureSecret`, `token` …). */
export type Secrets = Readonly<Record<string, string>>

export interface VerifyContext {
  /** The clock to judge timestamps by, ms since 1970 UTC. */
  now: number
  /** What `needs` asked for, by URL. A URL that is not in it could not be had. */
  fetched?: ReadonlyMap<string, string>
}

/**
 * Something from the provider's own site without which a request cannot be checked (a certificate, a list of keys).
 * The adapter names it, the ingest fetches and caches it: adapters do no I/O.
 */
export interface Need {
  /** https, and on a host of the provider: the adapter has checked that, whatever the request said. */
  url: string
  /** How long an answer may be kept, ms. */
  maxAgeMs: number
}

/** `reason` is one plain sentence for the person who set up the connection; it never contains a secret. */
export type Verdict = { ok: true } | { ok: false; code: RefusalCode; reason: string }
export type RefusalCode =
  | 'signature_missing'
  | 'signature_wrong'
  | 'timestamp_stale'
  /** The URL carries no token at all. Only where the provider is told so (401); most adapters say `token_wrong`. */
  | 'token_missing'
  | 'token_wrong'
  | 'credentials_missing'
  | 'credentials_wrong'
  /** By an account, topic or application that is not this connection's, however rightly it is signed. */
  | 'source_unexpected'
  /**
   * Nobody knows: what is needed to check it could not be fetched, or the provider signs it only when asked again.
   * Answered 503, so that it comes again.
   */
  | 'unverifiable'

/** One statement about one message, in canonical words. */
export interface Receipt {
  /** The provider's own id of the message, always text; null when the request has none. */
  providerMessageId: string | null
  /**
   * What identifies the message within its connection when that is not `providerMessageId`
   * (Kannel: the reference that we put in the URL). Default: providerMessageId, else `ref:<clientReference>`.
   */
  messageKey?: string
  status: Status
  /** The provider's own word, exactly as sent. */
  rawStatus: string
  failureClass: FailureClass | null
  errorCode: string | null
  /** E.164 with "+", or null. */
  recipient: string | null
  /** Sender id, number or channel address that the text was sent from, or null. */
  sender: string | null
  /** Provider's clock, ms since 1970 UTC; null when there is none or its zone is unknown. */
  occurredAt: number | null
  clientReference?: string
  /** MCC and MNC joined, as text: "23410". */
  mccmnc?: string
  /** The provider's own name of the carrier. */
  carrierName?: string
  /** Decimal text, as sent, in `currency` (ISO 4217) where the provider says it. */
  price?: string
  /** `price` is what one segment costs: the whole text costs that times `segments`. */
  pricePerSegment?: true
  currency?: string
  segments?: number
  /** The provider's own name of the way that the text took (SMSC id, connector). */
  route?: string
  /**
   * For a long text whose parts are reported one by one under one message id: number of this part, from 1, and how many
   * there are. `price` is then the price of this part.
   */
  part?: number
  parts?: number
  /**
   * The status word is not in the adapter's table; `status` is then "unknown" as a placeholder. `collectReceipts` makes an
   * `unknown_status` of it, which keeps the receipt: a person can teach Landed the word.
   */
  unrecognised?: true
  /** Status and class come from a mapping that a person may change: they do not count in what makes it the same receipt. */
  mapped?: true
  /** Labels that only our own `landed` format carries. */
  purpose?: string
  location?: string
  campaign?: string
}

/** A statement that could not be read. The callback is kept and can be replayed once Landed has learnt to read it. */
export interface Unreadable {
  code: UnreadableCode
  /** One plain sentence with the field and the offending value (shortened), for the Callbacks screen. */
  reason: string
  /** Position in a batch, from 0. */
  item: number
  /** With `unknown_status`: all that was read but the meaning of its word. */
  receipt?: Receipt
  /** Of a mapping: which of its fields it is about, as a path ("fields.status"). */
  field?: string
}
export type UnreadableCode =
  'malformed_body' | 'wrong_content_type' | 'missing_field' | 'unknown_status' | 'invalid_value' | 'invalid_time'

/** What a callback says. Both lists empty: authentic, understood, and nothing to do (an inbound text, a handshake). */
export interface Parsed {
  receipts: Receipt[]
  unreadable: Unreadable[]
  /** Why there is nothing to do, for the Callbacks screen. */
  ignored?: string
  /** The reply to this very request, where it is not the adapter's usual one (handshakes). */
  reply?: Reply
  /** A GET that the provider asks for in a handshake: https, and on a host of the provider. */
  confirm?: { url: string }
  /** Something that a person must hear of though nothing is wrong with the request. Kept in quarantine until looked at. */
  alert?: { code: 'unsubscribed'; reason: string }
}

/** The reply that this provider wants after its callback was committed. */
export interface Reply {
  status: number
  body: string
  contentType?: string
  /** Names in lower case. */
  headers?: Readonly<Record<string, string>>
}

/** A secret or setting that a connection of this provider needs. */
export interface SecretField {
  /** The provider's own name in camelCase, as used with `--secret name=value`. */
  name: string
  label: string
  /** Where to find it in the provider's console, or what it is for. */
  help: string
  required: boolean
  /** Landed makes one up when it is not given (tokens that only we check). */
  generated?: boolean
  /** A closed list of values, the first is the default. */
  options?: readonly string[]
  /** Proves nothing by itself (a name, an id, a limit): can be corrected at once. So can whatever has options. */
  setting?: true
}

/** What a code of this provider means, for the three kinds of reader. */
export interface ErrorMeaning {
  failureClass: FailureClass
  /** The provider's own name of the code. */
  name: string
  /** True: sending again to this number cannot work. null: not known. */
  permanent: boolean | null
  /** Next step in the words of CONVENTIONS ("wait", "fix number", "stop" …). */
  nextStep: string
  /** One plain sentence where the name alone says too little to somebody outside the trade. */
  plain?: string
}

/** One line of the code dictionary. */
export interface StatusEntry {
  /** The provider's word as in `rawStatus`. */
  word: string
  status: Status
  /** What else decides, or what people get wrong. */
  note?: string
}
export interface ErrorEntry extends ErrorMeaning {
  /** The code as in `errorCode`; a range is written as the provider writes it ("0x0400-0x04ff"). */
  code: string
}

/** What proves that a callback is the provider's. */
export type Proof =
  /** A signature over the content: nobody on the way can change it. */
  | 'signature'
  /** A user name and password, or a bearer token, in a header. */
  | 'credentials'
  /** A secret in the URL: the provider offers nothing better. */
  | 'token'

export interface Adapter {
  /** Adapter id, as in the callback URL. */
  id: string
  /** Name of the provider as its customers write it. */
  name: string
  methods: readonly string[]
  secrets: readonly SecretField[]
  /** Names of secrets of which one at least must be set, where none of them is required by itself. */
  oneOf?: readonly string[]
  /** The strongest proof that this provider offers. */
  proof: Proof
  /** Where to paste the callback URL in the provider's console: one or two sentences. */
  setup: string
  /** Appended to the callback URL when it is shown (Kannel's %-escapes, a query token). "{secret:token}" is filled in. */
  urlSuffix?: string
  /** What must be fetched before `verify`; absent for nearly all providers. Throws nothing, does no I/O. */
  needs?(request: CallbackRequest, secrets: Secrets): readonly Need[]
  /** Checks who sent it. Throws nothing. */
  verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict
  /** Reads it. Throws nothing: what it cannot read it returns as `unreadable`. */
  parse(request: CallbackRequest): Parsed
  /**
   * The body as it is kept: without secrets of the customer's account that the provider repeats in it. Only where the
   * proof does not cover the body; `parse` reads the same out of it. Throws nothing.
   */
  keptBody?(rawBody: Buffer): Buffer
  reply: Reply
  /** Headers of a 401, names in lower case: some clients send their password only when asked (`www-authenticate`). */
  challenge?: Readonly<Record<string, string>>
  /** Every status word that it knows, for the code dictionary. */
  statuses: readonly StatusEntry[]
  /** Every error code that it knows, for the code dictionary. */
  errors: readonly ErrorEntry[]
  /** What an error code means; undefined for a code that the table does not have. */
  explain(errorCode: string): ErrorMeaning | undefined
}
