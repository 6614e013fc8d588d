import { Agent, request, type IncomingMessage } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import type { SignedRequest } from './sign/SignedRequest'

/** A server to send to, with the connections to it that are kept open. */
export interface Target {
  url: URL
  agent: Agent | SecureAgent
}

/** What came back. `status` is null when nothing did; `error` then says why. */
export interface Answer {
  status: number | null
  error?: string
  /** From the beginning of the request to the end of the answer, milliseconds. */
  latencyMs: number
}

const TIMEOUT_MS = 15_000

/** Opens a target. At most `connections` sockets; the caller destroys `agent` when done. */
export function openTarget(url: string, connections: number): Target {
  const parsed = new URL(url)
  const options = { keepAlive: true, maxSockets: connections }
  return { url: parsed, agent: parsed.protocol === 'https:' ? new SecureAgent(options) : new Agent(options) }
}

/** Sends one request and waits for the whole answer. Never rejects: no answer is an answer too. */
export function sendRequest(target: Target, signed: SignedRequest): Promise<Answer> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const done = (rest: Pick<Answer, 'status' | 'error'>) =>
      resolve({ ...rest, latencyMs: performance.now() - startedAt })
    const send = target.url.protocol === 'https:' ? secureRequest : request
    const outgoing = send(
      {
        hostname: target.url.hostname.replace(/^\[|\]$/g, ''),
        port: target.url.port,
        method: signed.method,
        path: signed.path,
        headers: { ...signed.headers, ...(signed.body ? { 'content-length': Buffer.byteLength(signed.body) } : {}) },
        agent: target.agent,
        timeout: TIMEOUT_MS,
      },
      (incoming: IncomingMessage) => {
        incoming.on('error', (error) => done({ status: null, error: error.message }))
        incoming.on('end', () => done({ status: incoming.statusCode ?? null }))
        incoming.resume()
      },
    )
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)))
    outgoing.on('error', (error: NodeJS.ErrnoException) => done({ status: null, error: error.code ?? error.message }))
    outgoing.end(signed.body)
  })
}
