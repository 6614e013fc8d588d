import type { z } from 'zod'
import { type Problem, problem } from '@/lib/contracts/problem'
import { ProblemError } from './ProblemError'

interface ApiRequest {
  /** Query parameters; undefined and null are left out, dates become ISO strings. */
  query?: Record<string, string | number | boolean | Date | null | undefined>
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  signal?: AbortSignal
}

/**
 * Calls `/api/v1` + path and gives the answer as the contract describes it.
 * Throws ProblemError for every failure: the server's problem, no connection, or an answer that breaks the contract.
 */
export async function api<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  { query, method = 'GET', body, signal }: ApiRequest = {},
): Promise<z.output<Schema>> {
  const response = await send(`/api/v1${path}${queryString(query)}`, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const text = await response.text()
  if (!response.ok) throw new ProblemError(readProblem(response, text))
  const parsed = schema.safeParse(text === '' ? undefined : readJson(text))
  if (!parsed.success) throw new ProblemError(unexpectedAnswer(path, parsed.error.issues[0]?.path.join('.') ?? ''))
  return parsed.data
}

/** "?a=1&b=2", or "" when nothing is set. */
export function queryString(query: ApiRequest['query'] = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue
    params.set(name, value instanceof Date ? value.toISOString() : String(value))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError({
      type: 'about:blank',
      title: 'No connection',
      status: 0,
      detail: 'Landed could not be reached. It may be restarting, or this computer is offline.',
    })
  }
}

function readProblem(response: Response, text: string): Problem {
  const parsed = problem.safeParse(readJson(text))
  if (parsed.success) return parsed.data
  const { status } = response
  return {
    type: 'about:blank',
    title: `Error ${status}`,
    status,
    detail: `The server answered ${status} without a reason.`,
  }
}

function unexpectedAnswer(path: string, field: string): Problem {
  const detail = `The answer of ${path} is not what this page expects${field ? ` (at "${field}")` : ''}. Reload the page: it may be older than the server.`
  return { type: 'about:blank', title: 'Unexpected answer', status: 0, detail }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
