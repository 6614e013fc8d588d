import type { z } from 'zod'
import { log } from '@/lib/log'
import { HttpProblem } from './HttpProblem'
import { problemResponse } from './problemResponse'
import { readJsonBody } from './readJsonBody'
import { readQuery } from './readQuery'
import { refuseForeignOrigin } from './refuseForeignOrigin'

interface Shapes<Query extends z.ZodType, Body extends z.ZodType> {
  query?: Query
  body?: Body
}

interface Input<Query, Body, Params> {
  request: Request
  query: Query
  body: Body
  params: Params
}

/** What Next passes beside the request. */
interface Context<Params> {
  params: Promise<Params>
}

/**
 * A route handler that reads its query and JSON body by the given shapes and answers what `handle` returns as JSON
 * (a Response passes through). Bad input, HttpProblems and faults of ours become RFC 9457 problems. Never cached.
 */
export function route<
  Params extends Record<string, string> = Record<never, string>,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  shapes: Shapes<Query, Body>,
  handle: (input: Input<z.output<Query>, z.output<Body>, Params>) => Promise<unknown>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, context) => {
    try {
      refuseForeignOrigin(request)
      const query = (shapes.query && readQuery(shapes.query, new URL(request.url))) as z.output<Query>
      const body = (shapes.body && (await readJsonBody(shapes.body, request))) as z.output<Body>
      return answer(await handle({ request, query, body, params: await context.params }))
    } catch (error) {
      if (error instanceof HttpProblem) return problemResponse(error.problem)
      log.error({ err: error, method: request.method, path: new URL(request.url).pathname }, 'request failed')
      return problemResponse(FAULT)
    }
  }
}

const FAULT = {
  type: 'about:blank',
  title: 'Something went wrong in Landed',
  status: 500,
  detail: 'The request was fine; Landed could not answer it. Its log tells why. Try again in a moment.',
}

function answer(result: unknown): Response {
  const response = result instanceof Response ? result : Response.json(result)
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
  return response
}
