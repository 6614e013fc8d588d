import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { problem } from '@/lib/contracts/problem'
import { log } from '@/lib/log'
import { HttpProblem } from './HttpProblem'
import { route } from './route'

const context = { params: Promise.resolve({}) }
const query = z.object({ from: z.iso.datetime(), limit: z.coerce.number().int().default(5) })
const get = route({ query }, async (input) => input.query)
const post = route({ body: z.object({ name: z.string().min(1) }) }, async ({ body }) => body)

const asked = (search: string) => get(new Request(`http://localhost:3000/api/v1/x${search}`), context)
function posted(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', host: 'localhost:3000', ...headers }
  return post(new Request('http://localhost:3000/api/v1/x', { method: 'POST', body, headers: all }), context)
}
async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  const parsed = problem.parse(await response.json())
  expect(parsed.status).toBe(response.status)
  return parsed
}

beforeEach(() => vi.stubEnv('PUBLIC_URL', 'https://texts.example.com'))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('a query', () => {
  it('is read by its shape, and the answer is never cached', async () => {
    const response = await asked('?from=2026-07-01T00:00:00Z')
    expect(await response.json()).toEqual({ from: '2026-07-01T00:00:00Z', limit: 5 })
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it.each([
    ['', 'from', 'is required'],
    ['?from=yesterday', 'from', /ISO datetime/],
    ['?from=2026-07-01T00:00:00Z&limit=many', 'limit', /number/],
    ['?from=2026-07-01T00:00:00Z&form=1', 'form', /not known here; known: from, limit/],
    ['?from=2026-07-01T00:00:00Z&from=2026-07-02T00:00:00Z', 'from', /more than once/],
  ])('"%s" is refused naming %s', async (search, field, message) => {
    const found = await problemOf(await asked(search))
    expect(found.status).toBe(400)
    expect(found.errors).toEqual([{ field, message: expect.stringMatching(message) as string }])
    expect(found.detail).toContain(field)
  })
})

describe('a body', () => {
  it('is read by its shape', async () => expect(await (await posted('{"name":"a"}')).json()).toEqual({ name: 'a' }))

  it.each([
    ['{"name":""}', 422],
    ['{}', 422],
    ['[]', 422],
    ['{"name":', 400],
    ['', 400],
    [new Uint8Array([0x22, 0xff, 0x22]), 400],
    [`{"name":"${'x'.repeat(300_000)}"}`, 413],
  ])('%.20s is refused', async (body, status) => expect((await problemOf(await posted(body))).status).toBe(status))

  it('names the field', async () => {
    expect((await problemOf(await posted('{}'))).errors).toEqual([{ field: 'name', message: 'is required' }])
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', ''])(
    'of type "%s" is refused',
    async (type) => expect((await problemOf(await posted('{"name":"a"}', { 'content-type': type }))).status).toBe(415),
  )
})

describe('a write', () => {
  it.each<Record<string, string>>([{}, { origin: 'http://localhost:3000' }, { origin: 'https://texts.example.com' }])(
    'with %o is accepted',
    async (headers) => expect((await posted('{"name":"a"}', headers)).status).toBe(200),
  )

  it.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:9999' },
    // A foreign name that was made to resolve to this machine.
    { origin: 'http://evil.example:3000', host: 'evil.example:3000' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
  ])('with %o is refused', async (headers) => {
    expect((await problemOf(await posted('{"name":"a"}', headers))).status).toBe(403)
  })
})

describe('an error', () => {
  it('that is an HttpProblem is the answer', async () => {
    const failing = route({}, () => Promise.reject(new HttpProblem(409, 'Taken', 'The name is taken.')))
    const found = await problemOf(await failing(new Request('http://localhost/'), context))
    expect(found).toEqual({ type: 'about:blank', title: 'Taken', status: 409, detail: 'The name is taken.' })
  })

  it('of any other kind is logged once and tells nothing of itself', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined)
    const failing = route({}, () => Promise.reject(new Error('password=hunter2')))
    const found = await problemOf(await failing(new Request('http://localhost/'), context))
    expect(found.status).toBe(500)
    expect(JSON.stringify(found)).not.toContain('hunter2')
    expect(logged).toHaveBeenCalledTimes(1)
  })
})
