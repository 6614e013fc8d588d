import { MAX_BODY_BYTES, TARGET_HEADER } from './limits'
import { receive, refuseTooLarge } from './receive'
import type { IncomingCallback } from './types'

/** The door through Next's router: the same as `fastDoor` over web requests. Works wherever Next runs. */
export async function nextDoor(request: Request): Promise<Response> {
  const { body, tooLarge } = await readBody(request)
  const incoming: IncomingCallback = {
    method: request.method,
    target: targetOf(request),
    headers: headersOf(request),
    body,
    door: 'next',
  }
  const reply = tooLarge ? await refuseTooLarge(incoming, MAX_BODY_BYTES) : await receive(incoming)
  if (reply.status === 204) return new Response(null, { status: 204, headers: { ...reply.headers } })
  const headers: Record<string, string> = { 'content-type': reply.contentType, ...reply.headers }
  if (reply.status === 503) headers['retry-after'] = '5'
  return new Response(reply.body, { status: reply.status, headers })
}

/** server.ts passes the target byte for byte; without it (plain `next start`) the normalised URL has to do. */
function targetOf(request: Request): string {
  const exact = request.headers.get(TARGET_HEADER)
  if (exact) return exact
  const { pathname, search } = new URL(request.url)
  return pathname + search
}

function headersOf(request: Request): Record<string, string> {
  const headers: Record<string, string> = {}
  request.headers.forEach((value, name) => {
    if (name !== TARGET_HEADER && !name.startsWith('x-forwarded-')) headers[name] = value
  })
  return headers
}

async function readBody(request: Request): Promise<{ body: Buffer; tooLarge: boolean }> {
  if (!request.body) return { body: Buffer.alloc(0), tooLarge: false }
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { body: Buffer.concat(chunks), tooLarge: false }
    bytes += value.length
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel()
      return { body: Buffer.concat(chunks), tooLarge: true }
    }
    chunks.push(value)
  }
}
