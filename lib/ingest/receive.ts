import { findConnection } from '@/lib/connections/directory'
import type { KnownConnection } from '@/lib/connections/KnownConnection'
import { processSingleton } from '@/lib/db/processSingleton'
import { readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { metrics } from '@/lib/observe/metrics'
import { providerSite } from '@/lib/outbound/providerSite'
import { refusalStatus } from '@/lib/providers/refusalStatus'
import type { CallbackRequest, RefusalCode, Reply } from '@/lib/providers/types'
import type { Fate } from './Batcher'
import { callbackProblem } from './callbackProblem'
import { parseCallbackTarget } from './callbackTarget'
import { getBatcher } from './getBatcher'
import { getRefusals } from './getRefusals'
import { confirmHandshake } from './confirmHandshake'
import { interpret, type Interpretation, needsOf, type Readable } from './interpret'
import { keptHeaders } from './keptHeaders'
import { noteOldSecrets } from './noteOldSecrets'
import type { CallbackReply, CallbackRow, IncomingCallback, QuarantineRow } from './types'
import { uuidV7 } from './uuidV7'

/**
 * One callback, from bytes to reply; both doors call it. A 2xx means committed: in the log, in its messages, in the
 * counters, visible. 401/403/404: not proved authentic, kept within the quarantine's budget. 503: not stored, come again.
 * Never throws. `now` is the arrival in ms UTC.
 */
export async function receive(incoming: IncomingCallback, now: number = Date.now()): Promise<CallbackReply> {
  const target = parseCallbackTarget(incoming.target)
  try {
    const connection = target ? await findConnection(target.connection) : undefined
    if (!connection || connection.adapter !== target?.adapter) return await refuseUnknown(incoming, now)
    return await receiveFor(connection, incoming, now)
  } catch (error) {
    log.error({ err: error }, 'a callback could not be handled')
    return away('Landed cannot reach its database.')
  }
}

async function receiveFor(
  connection: KnownConnection,
  incoming: IncomingCallback,
  now: number,
): Promise<CallbackReply> {
  if (!isReadable(connection)) {
    if (connection.reader) return away('The secrets of this connection cannot be opened with the present key.')
    return keepForMapping(connection, incoming, now)
  }
  if (!connection.reader.methods.includes(incoming.method)) return wrongMethod(connection, incoming)
  const request: CallbackRequest = {
    method: incoming.method,
    url: publicUrl() + incoming.target,
    headers: incoming.headers,
    rawBody: incoming.body,
  }
  const needs = needsOf(connection, request)
  const fetched = needs.length === 0 ? undefined : await providerSite().files.read(needs)
  const read = interpret(connection, request, now, fetched)
  const kept = withoutSecrets(connection, incoming)
  if (!read.verdict.ok) return refuse(connection, kept, read.verdict.code, read.verdict.reason, now)
  if (read.usedPrevious) noteOldSecrets(connection.id, now)
  const unconfirmed = read.asks.confirm ? await confirmHandshake(read.asks.confirm.url, connection.id) : null
  const done = unconfirmed ? withQuarantine(read, unconfirmed) : read
  const fate = await getBatcher().add({
    callback: callbackRow(connection, kept, done, now),
    receipts: done.receipts,
    quarantine: done.quarantine,
    newCodes: done.newCodes,
    isRejudging: connection.rejudging,
  })
  const reply = answer(fate, connection, incoming, done)
  // It is stored, but the provider should ask again.
  return unconfirmed && fate === 'committed' ? away(unconfirmed.reason) : reply
}

function isReadable(connection: KnownConnection): connection is KnownConnection & Readable {
  return connection.reader !== null && connection.secrets !== null
}

/** What is kept of a callback must not tell the customer's own secrets at the provider. */
function withoutSecrets({ reader }: Readable, incoming: IncomingCallback): IncomingCallback {
  return reader.keptBody ? { ...incoming, body: reader.keptBody(incoming.body) } : incoming
}

function withQuarantine(read: Interpretation, row: QuarantineRow): Interpretation {
  const outcome = read.receipts.length > 0 ? read.outcome : 'unapplied'
  return { ...read, quarantine: [...read.quarantine, row], outcome }
}

/** A mapping that is not switched on: kept within the budget for strangers, so that the editor has real ones to show. */
async function keepForMapping(
  connection: KnownConnection,
  incoming: IncomingCallback,
  now: number,
): Promise<CallbackReply> {
  const reason = 'The mapping of this connection is not switched on yet. Switch it on, then replay.'
  const code = 'mapping_missing'
  const refused = { incoming, connectionId: connection.id, adapter: connection.adapter, code, reason, receivedAt: now }
  metrics.callbacks.inc({ door: incoming.door, adapter: connection.adapter, outcome: 'refused' })
  const isKept = await getRefusals().keep(refused)
  return isKept ? replyOf({ status: 202, body: '' }) : away(reason)
}

function callbackRow(
  connection: KnownConnection,
  incoming: IncomingCallback,
  read: Interpretation,
  now: number,
): CallbackRow {
  return {
    id: uuidV7(now),
    receivedAt: now,
    connectionId: connection.id,
    adapter: connection.adapter,
    method: incoming.method,
    target: incoming.target,
    headers: keptHeaders(incoming.headers),
    body: incoming.body,
    bodyHash: null,
    outcome: read.outcome,
    receiptCount: read.receipts.length,
  }
}

function answer(
  fate: Fate,
  connection: Readable & KnownConnection,
  incoming: IncomingCallback,
  read: Interpretation,
): CallbackReply {
  if (fate === 'gone') return unknownConnection()
  if (fate !== 'committed')
    return away(
      fate === 'full' ? 'Landed has more callbacks waiting than it can hold.' : 'Landed cannot reach its database.',
    )
  metrics.callbacks.inc({ door: incoming.door, adapter: connection.adapter, outcome: read.outcome })
  for (const { code } of read.quarantine) metrics.quarantine.inc({ code })
  return replyOf(read.asks.reply ?? connection.reader.reply)
}

function replyOf({ status, body, contentType, headers }: Reply): CallbackReply {
  const reply: CallbackReply = { status, body, contentType: contentType ?? 'text/plain; charset=utf-8' }
  if (headers) reply.headers = headers
  return reply
}

async function refuse(
  connection: Readable & KnownConnection,
  incoming: IncomingCallback,
  code: RefusalCode,
  reason: string,
  now: number,
): Promise<CallbackReply> {
  metrics.callbacks.inc({ door: incoming.door, adapter: connection.adapter, outcome: 'refused' })
  await getRefusals().keep({
    incoming,
    connectionId: connection.id,
    adapter: connection.adapter,
    code,
    reason,
    receivedAt: now,
  })
  const status = refusalStatus(code)
  if (status === 503) return away(reason)
  const missing = code.endsWith('_missing')
  const reply = callbackProblem(status, missing ? 'Not signed' : 'Not accepted', reason, fieldOf(code))
  const { challenge } = connection.reader
  return status === 401 && challenge ? { ...reply, headers: challenge } : reply
}

function fieldOf(code: string): string {
  const [field = ''] = code.split('_')
  return ['token', 'timestamp', 'credentials', 'source'].includes(field) ? field : 'signature'
}

async function refuseUnknown(incoming: IncomingCallback, now: number): Promise<CallbackReply> {
  metrics.callbacks.inc({ door: incoming.door, adapter: 'unknown', outcome: 'refused' })
  await getRefusals().keep({
    incoming,
    connectionId: null,
    adapter: 'unknown',
    code: 'unknown_connection',
    reason: 'No connection has this callback URL. Copy the URL again from the Connections screen.',
    receivedAt: now,
  })
  return unknownConnection()
}

/** A body over the limit, of which only the beginning was read. */
export async function refuseTooLarge(
  incoming: IncomingCallback,
  limit: number,
  now = Date.now(),
): Promise<CallbackReply> {
  const target = parseCallbackTarget(incoming.target)
  const connection = target ? await findConnection(target.connection).catch(() => undefined) : undefined
  const reason = `The body is larger than ${limit} bytes.`
  metrics.callbacks.inc({ door: incoming.door, adapter: connection?.adapter ?? 'unknown', outcome: 'refused' })
  await getRefusals().keep({
    incoming,
    connectionId: connection?.id ?? null,
    adapter: connection?.adapter ?? 'unknown',
    code: 'body_too_large',
    reason,
    receivedAt: now,
  })
  return callbackProblem(413, 'Body too large', reason, 'body')
}

function unknownConnection(): CallbackReply {
  return callbackProblem(404, 'Unknown connection', 'No connection has this callback URL.', 'connection')
}

function wrongMethod({ reader }: Readable, incoming: IncomingCallback): CallbackReply {
  const allowed = reader.methods.join(' or ')
  return callbackProblem(
    405,
    'Wrong method',
    `${reader.name} callbacks come by ${allowed}, not ${incoming.method}.`,
    'method',
  )
}

function away(detail: string): CallbackReply {
  return callbackProblem(503, 'Not stored', `${detail} Send this callback again later.`)
}

/** Signatures are checked against this URL, never against the Host header. */
function publicUrl(): string {
  return processSingleton('publicUrl', () => readEnv().publicUrl)
}
