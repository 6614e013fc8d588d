import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from './openApiDocument'

const ROUTES = join(import.meta.dirname, '../../app/api/v1')
const document = openApiDocument('http://localhost:3000')
/** As clients get it. */
const json = JSON.parse(JSON.stringify(document)) as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, unknown> }
}
interface Operation {
  operationId: string
  parameters?: { name: string; in: string; schema: object; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content: Record<string, { schema?: object }> }>
}
const operations = Object.entries(json.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** "get /messages/{id}" for each exported handler of each route file. */
function handlers(): string[] {
  return readdirSync(ROUTES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) => {
      const path = `/${file.replace(/\/route\.ts$/, '').replace(/\[(\w+)\]/g, '{$1}')}`
      const source = readFileSync(join(ROUTES, file), 'utf8')
      return [...source.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
        ([, method = '']) => `${method.toLowerCase()} ${path}`,
      )
    })
    .sort()
}

describe('the OpenAPI document', () => {
  it('has every route, and every route has it', () => {
    const documented = operations.map(({ method, path }) => `${method} ${path}`).sort()
    expect(handlers().length).toBeGreaterThan(10)
    expect(documented).toEqual(handlers())
  })

  it('is an OpenAPI 3.1 document in shape', () => {
    expect(json.openapi).toMatch(/^3\.1\.\d+$/)
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
    for (const { path, operation } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const named = (operation.parameters ?? []).filter((each) => each.in === 'path')
      expect(named.map((each) => each.name)).toEqual(inPath)
      expect(named.every((each) => each.required)).toBe(true)
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^([1-5]\d\d|[1-5]XX)$/)
        expect(response.description).not.toBe('')
      }
    }
  })

  it('resolves every reference', () => {
    const text = JSON.stringify(json)
    const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name = '']) => name)
    expect(names).toContain('Problem')
    for (const name of names) expect(json.components.schemas).toHaveProperty(name)
  })

  it('tells the parameters of the filter with their meaning', () => {
    const parameters = json.paths['/metrics/summary']?.['get']?.parameters ?? []
    expect(parameters.map(({ name }) => name)).toEqual(['from', 'to', 'connection', 'carrier', 'country'])
    expect(parameters.map(({ required }) => Boolean(required))).toEqual([true, true, false, false, false])
    expect(JSON.stringify(parameters)).toContain('on a quarter hour')
  })
})
