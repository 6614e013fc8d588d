import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { callbackProblem } from './callbackProblem'
import { MAX_BODY_BYTES } from './limits'
import { receive, refuseTooLarge } from './receive'
import type { CallbackReply, IncomingCallback } from './types'

/**
 * The door on plain node:http: reads the body, hands it to `receive`, writes the reply. Never throws. A request that the
 * provider breaks off gets no reply and leaves no trace.
 */
export function fastDoor(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = []
  let bytes = 0
  const incoming = (body: Buffer): IncomingCallback => ({
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers: flatten(request.headers),
    body,
    door: 'fast',
  })
  const onData = (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= MAX_BODY_BYTES) return void chunks.push(chunk)
    request.off('data', onData).off('end', onEnd)
    // What still comes is read and dropped, so that the provider gets to read our answer.
    request.resume()
    void refuseTooLarge(incoming(Buffer.concat(chunks)), MAX_BODY_BYTES).then((reply) => write(response, reply, true))
  }
  const onEnd = () => {
    const body = chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)
    receive(incoming(body)).then(
      (reply) => write(response, reply, false),
      () => write(response, callbackProblem(503, 'Not stored', 'Landed failed. Send this callback again later.'), true),
    )
  }
  request.on('data', onData).on('end', onEnd)
  // An aborted request ends in "error"; without a listener that would end the process.
  request.on('error', () => undefined)
}

function write(response: ServerResponse, reply: CallbackReply, close: boolean): void {
  if (response.destroyed) return
  const body = Buffer.from(reply.body)
  const headers: Record<string, string | number> =
    reply.status === 204 ? {} : { 'content-type': reply.contentType, 'content-length': body.length }
  if (reply.headers) Object.assign(headers, reply.headers)
  if (close) headers['connection'] = 'close'
  if (reply.status === 503) headers['retry-after'] = 5
  response.writeHead(reply.status, headers).end(body)
}

function flatten(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return flat
}
