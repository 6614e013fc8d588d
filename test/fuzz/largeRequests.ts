import type { CallbackRequest } from '@/lib/providers/types'
import { HOSTILE_TEXTS } from './hostileTexts'

/** Units that make 64 kB of work for a reader that is not careful. */
const UNITS = [
  ...HOSTILE_TEXTS.filter((text) => text !== ''),
  'a=1&',
  'a&',
  '"a":1,',
  '{"a":[',
  '{},',
  '[],',
  'null,',
  '1,',
  '+1 ',
  'id:1 ',
  'text:',
  'submit ',
  'a.b.',
  '<a>',
  '&amp;',
  '\\"',
  '%2525',
]
const WORD = /[\w.+:/-]+/g
const WORDS_PER_REQUEST = 6

/**
 * Real requests blown up to `size` bytes: a hostile text in place of the whole and in place of single words, and lists
 * with as many items as fit.
 */
export function* largeRequests(real: CallbackRequest, size: number): Generator<CallbackRequest> {
  const query = real.url.indexOf('?')
  const text = real.rawBody.length > 0 ? real.rawBody.toString('latin1') : real.url.slice(query + 1)
  const build = (changed: string): CallbackRequest =>
    real.rawBody.length > 0
      ? { ...real, rawBody: Buffer.from(changed, 'latin1') }
      : { ...real, url: query === -1 ? real.url : real.url.slice(0, query + 1) + changed }
  for (const unit of UNITS) {
    const much = fill(unit, size)
    yield build(much)
    for (const [start, end] of someWords(text)) yield build(text.slice(0, start) + much + text.slice(end))
  }
  yield build(fill(text, size))
  yield build(fill(`${text}&`, size))
  for (const list of longLists(text, size)) yield build(list)
}

function fill(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
}

function someWords(text: string): (readonly [number, number])[] {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => [index, index + word.length] as const)
  const step = Math.max(1, Math.floor(words.length / WORDS_PER_REQUEST))
  return words.filter((_, index) => index % step === step - 1)
}

/** The body with every list in it made as long as fits, of its own items and of empty ones. */
function longLists(text: string, size: number): string[] {
  const body = parse(text)
  if (typeof body !== 'object' || body === null) return []
  const lists: string[] = []
  const whole = (list: unknown[]): string => JSON.stringify(list)
  for (const item of [body, {}, null, 0, '', []]) lists.push(whole(times(item, size)))
  for (const key of Object.keys(body)) {
    const value = (body as Record<string, unknown>)[key]
    if (!Array.isArray(value)) continue
    for (const item of [value[0] ?? {}, {}, null, 0, '', []])
      lists.push(JSON.stringify({ ...body, [key]: times(item, size) }))
  }
  return lists
}

function times(item: unknown, size: number): unknown[] {
  const length = JSON.stringify(item).length + 1
  return Array.from({ length: Math.max(1, Math.floor(size / length)) }, () => item)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
