import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { problem } from '@/lib/contracts/problem'
import { API_OPERATIONS, type ApiOperation } from './apiOperations'

const PROBLEM = { content: { 'application/problem+json': { schema: problem.meta({ id: 'Problem' }) } } }

/** The OpenAPI 3.1 document of /api/v1, made from the contracts that the routes themselves check with. */
export function openApiDocument(publicUrl: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of API_OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Landed',
      version: '1',
      description: 'Which texts landed, and which did not. Times are UTC; every error is a problem of RFC 9457.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
    paths,
  })
}

function describe({
  method,
  path,
  summary,
  query,
  body,
  status = 200,
  answer,
}: ApiOperation): ZodOpenApiOperationObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const inPath = { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }
  return {
    operationId: operationId(method, path),
    summary,
    requestParams: { ...(names.length > 0 ? inPath : {}), ...(query ? { query } : {}) },
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [String(status)]: {
        description: 'Success',
        content: typeof answer === 'string' ? { [answer]: {} } : { 'application/json': { schema: answer } },
      },
      ...(query || body ? { '4XX': { description: 'What is wrong with the request', ...PROBLEM } } : {}),
      ...(names.length > 0 ? { '404': { description: 'No such thing', ...PROBLEM } } : {}),
      '5XX': { description: 'A fault of the server', ...PROBLEM },
    },
  }
}

/** "get /messages/{id}" → "getMessagesById". */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^a-z]+/i)
    .filter(Boolean)
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}
