import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fastDoor } from '@/lib/ingest/fastDoor'
import { TARGET_HEADER } from '@/lib/ingest/limits'
import * as route from '@/app/api/callbacks/[provider]/[connection]/[[...rest]]/route'

export interface DoorRequest {
  method: string
  path: string
  headers: Record<string, string>
  body: string | Buffer
}

export interface DoorReply {
  status: number
  contentType: string | null
  body: string
}

export type Door = (request: DoorRequest) => Promise<DoorReply>

/** Both doors over the database of DATABASE_URL: the fast one behind real HTTP, Next's as the route's own handler. */
export async function openDoors(): Promise<{ fast: Door; next: Door; close(): Promise<void> }> {
  const server = createServer(fastDoor)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    fast: (request) => overHttp(port, request),
    next: throughRoute,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function overHttp(port: number, { method, path, headers, body }: DoorRequest): Promise<DoorReply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? null,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function throughRoute({ method, path, headers, body }: DoorRequest): Promise<DoorReply> {
  const handler = (route as unknown as Record<string, ((request: Request) => Promise<Response>) | undefined>)[method]
  if (!handler) throw new Error(`The route has no ${method}.`)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const response = await handler(
    new Request(`http://localhost${path}`, {
      method,
      headers: { ...headers, [TARGET_HEADER]: path },
      ...(hasBody ? { body: typeof body === 'string' ? body : new Uint8Array(body) } : {}),
    }),
  )
  return { status: response.status, contentType: response.headers.get('content-type'), body: await response.text() }
}
