import { findConnection, type KnownConnection } from '@/lib/connections/directory'
import { processSingleton } from '@/lib/db/processSingleton'
import { readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { metrics } from '@/lib/observe/metrics'
import { findAdapter } from '@/lib/providers/registry'
import type { Adapter, CallbackRequest } from '@/lib/providers/types'
import type { Fate } from './Batcher'
import { callbackProblem } from './callbackProblem'
import { parseCallbackTarget } from './callbackTarget'
import { getBatcher } from './getBatcher'
import { getRefusals } from './getRefusals'
import { interpret, type Interpretation } from './interpret'
import { keptHeaders } from './keptHeaders'
import type { CallbackReply, CallbackRow, IncomingCallback } from './types'
import { uuidV7 } from './uuidV7'

/**
 * One callback, from bytes to reply; both doors call it. A 2xx means committed: in the log, in its messages, in the
 * counters, visible. 401/403/404: not proved authentic, kept within the quarantine's budget. 503: not stored, come again.
 * Never throws. `now` is the arrival in ms UTC.
 */
export async function receive(incoming: IncomingCallback, now: number = Date.now()): Promise<CallbackReply> {
  const target = parseCallbackTarget(incoming.target)
  const adapter = target ? findAdapter(target.adapter) : undefined
  try {
    const connection = target && adapter ? await findConnection(target.connection) : undefined
    if (!adapter || connection?.adapter !== adapter.id) return await refuseUnknown(incoming, now)
    return await receiveFor(connection, adapter, incoming, now)
  } catch (error) {
    log.error({ err: error }, 'a callback could not be handled')
    return away('Landed cannot reach its database.')
  }
}

async function receiveFor(
  connection: KnownConnection,
  adapter: Adapter,
  incoming: IncomingCallback,
  now: number,
): Promise<CallbackReply> {
  if (!adapter.methods.includes(incoming.method)) return wrongMethod(adapter, incoming)
  if (!connection.secrets) return away('The secrets of this connection cannot be opened with the present key.')
  const request: CallbackRequest = {
    method: incoming.method,
    url: publicUrl() + incoming.target,
    headers: incoming.headers,
    rawBody: incoming.body,
  }
  const read = interpret(adapter, { adapter: adapter.id, secrets: connection.secrets }, request, now)
  if (!read.verdict.ok) return refuse(connection, adapter, incoming, read.verdict.code, read.verdict.reason, now)
  const callback = callbackRow(connection, incoming, read, now)
  const fate = await getBatcher().add({ callback, receipts: read.receipts, quarantine: read.quarantine })
  return answer(fate, adapter, incoming, read)
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

function answer(fate: Fate, adapter: Adapter, incoming: IncomingCallback, read: Interpretation): CallbackReply {
  if (fate === 'gone') return unknownConnection()
  if (fate !== 'committed')
    return away(
      fate === 'full' ? 'Landed has more callbacks waiting than it can hold.' : 'Landed cannot reach its database.',
    )
  metrics.callbacks.inc({ door: incoming.door, adapter: adapter.id, outcome: read.outcome })
  for (const { code } of read.quarantine) metrics.quarantine.inc({ code })
  const { status, body, contentType } = adapter.reply
  return { status, body, contentType: contentType ?? 'text/plain; charset=utf-8' }
}

async function refuse(
  connection: KnownConnection,
  adapter: Adapter,
  incoming: IncomingCallback,
  code: string,
  reason: string,
  now: number,
): Promise<CallbackReply> {
  metrics.callbacks.inc({ door: incoming.door, adapter: adapter.id, outcome: 'refused' })
  await getRefusals().keep({
    incoming,
    connectionId: connection.id,
    adapter: adapter.id,
    code,
    reason,
    receivedAt: now,
  })
  const missing = code === 'signature_missing'
  return callbackProblem(missing ? 401 : 403, missing ? 'Not signed' : 'Not accepted', reason, fieldOf(code))
}

function fieldOf(code: string): string {
  return code.startsWith('token') ? 'token' : code.startsWith('timestamp') ? 'timestamp' : 'signature'
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

function wrongMethod(adapter: Adapter, incoming: IncomingCallback): CallbackReply {
  const allowed = adapter.methods.join(' or ')
  return callbackProblem(
    405,
    'Wrong method',
    `${adapter.name} callbacks come by ${allowed}, not ${incoming.method}.`,
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
