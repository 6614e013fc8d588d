import { expect, test } from 'vitest'
import { landed } from '@/lib/providers/landed'
import type { Adapter, CallbackRequest, Parsed } from '@/lib/providers/types'
import { fuzzAdapter, SLOWEST_MS } from './fuzzAdapter'

const RUNS = 4000

/** The landed adapter with one fault; what the fuzz test says of it. */
async function found(fault: Partial<Adapter>): Promise<string> {
  return (await fuzzAdapter({ ...landed, ...fault }, RUNS)).problems.join('\n')
}
function changed(change: (parsed: Parsed, request: CallbackRequest) => Parsed): Partial<Adapter> {
  return { parse: (request) => change(landed.parse(request), request) }
}

test('without a fault it finds nothing', async () => {
  expect(await found({})).toBe('')
})

test('it finds an adapter that lets in what was changed', async () => {
  expect(await found({ verify: () => ({ ok: true }) })).toMatch(/a changed request was let in and says/)
})

test('it finds one that throws', async () => {
  const parse = (request: CallbackRequest): Parsed => {
    JSON.parse(request.rawBody.toString())
    return landed.parse(request)
  }
  expect(await found({ parse })).toMatch(/threw SyntaxError/)
})

test('it finds one that hangs', async () => {
  const busy = changed((parsed, { rawBody }) => {
    const end = performance.now() + (rawBody.length > 60_000 ? 2 * SLOWEST_MS : 0)
    while (performance.now() < end);
    return parsed
  })
  expect(await found(busy)).toMatch(/took more than/)
}, 60_000)

test('it finds one that gives on what no database takes', async () => {
  const raw = changed((parsed) => ({ ...parsed, receipts: parsed.receipts.map((it) => ({ ...it, sender: 'a\0' })) }))
  expect(await found(raw)).toMatch(/sender of/)
})

test('it finds one that is not the same twice', async () => {
  let count = 0
  const fickle = changed((parsed) => ({
    ...parsed,
    receipts: parsed.receipts.map((it) => ({ ...it, segments: ++count })),
  }))
  expect(await found(fickle)).toMatch(/says two things|let in/)
})
