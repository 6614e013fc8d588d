import type { CallbackRequest } from '@/lib/providers/types'
import { HOSTILE_TEXTS } from './hostileTexts'
import type { Xorshift } from './Xorshift'

const TOKEN = /[\w.+:/-]+/g
const CONTENT_TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-8',
  'multipart/form-data; boundary=x',
  'text/plain',
  '',
]
const LARGE = 64 * 1024
/** One case in so many is blown up to 64 kB. */
const LARGE_EVERY = 400
const HEADERS_TOO_EVERY = 12

/** A real request in the pieces that are worth changing, and where the words in them are. */
interface Seed {
  request: CallbackRequest
  path: string
  query: string
  body: string
  queryTokens: Span[]
  bodyTokens: Span[]
}
type Span = readonly [start: number, end: number]

/**
 * Makes damaged copies of real requests of one adapter: bytes replaced, put in, taken out, repeated, cut off; words
 * exchanged with those of other requests; keys repeated; hostile texts; deep nesting and bodies of 64 kB; headers and
 * method changed. Texts are kept one character per byte.
 */
export class Mutator {
  private readonly seeds: Seed[]
  private readonly words: string[]

  constructor(
    requests: readonly CallbackRequest[],
    private readonly methods: readonly string[],
    private readonly random: Xorshift,
  ) {
    this.seeds = requests.map(toSeed)
    this.words = [...new Set(this.seeds.flatMap(({ body, query }) => [...wordsOf(body), ...wordsOf(query)]))]
  }

  /** A damaged copy of the request at that position. */
  mutate(index: number): CallbackRequest {
    const seed = this.seeds[index]!
    const { random } = this
    const roll = random.below(100)
    const { request } = seed
    let { body, query, path } = seed
    let { method, headers } = request
    const inBody = body !== '' ? roll < 70 : roll < 5
    if (inBody) body = this.spoil(body, seed.bodyTokens)
    else if (roll < 82) query = this.spoil(query, seed.queryTokens)
    else if (roll < 97) headers = this.spoilHeaders(headers)
    else if (roll < 98) path = this.spoil(path, [])
    else {
      method = random.pick(this.methods)
      if (random.below(2) === 0) [body, query] = [query, body]
    }
    // Also together with a changed body: a header that is taken away must not open a weaker way in.
    if (random.below(HEADERS_TOO_EVERY) === 0) headers = this.spoilHeaders(headers)
    return {
      method,
      url: query === '' && !request.url.includes('?') ? path : `${path}?${query}`,
      headers,
      rawBody: body === seed.body ? request.rawBody : Buffer.from(body, 'latin1'),
    }
  }

  private spoil(text: string, tokens: readonly Span[]): string {
    const { random } = this
    if (random.below(LARGE_EVERY) === 0) return this.blowUp(text, tokens)
    // The places of the words are those of the unchanged text, so this one comes first.
    let spoilt = random.below(3) === 0 ? this.replaceWord(text, tokens, this.word()) : this.spoilBytes(text)
    while (random.below(4) === 0) spoilt = this.spoilBytes(spoilt)
    return spoilt
  }

  private replaceWord(text: string, tokens: readonly Span[], word: string): string {
    if (tokens.length === 0) return text + word
    const [start, end] = this.random.pick(tokens)
    return text.slice(0, start) + word + text.slice(end)
  }

  private word(): string {
    return this.random.below(2) === 0 && this.words.length > 0 ? this.random.pick(this.words) : this.hostile()
  }

  private hostile(): string {
    return this.random.pick(HOSTILE_TEXTS)
  }

  private spoilBytes(text: string): string {
    const { random } = this
    const at = random.below(text.length + 1)
    const end = Math.min(text.length, at + 1 + random.below(8))
    switch (random.below(10)) {
      case 0:
        return text.slice(0, at) + this.bytes(end - at) + text.slice(end)
      case 1:
        return text.slice(0, at) + this.bytes(1 + random.below(4)) + text.slice(at)
      case 2:
        return text.slice(0, at) + text.slice(end)
      case 3:
        return text.slice(0, end) + text.slice(at)
      case 4:
        return text.slice(0, at)
      case 5:
        return text.slice(0, at) + this.hostile() + text.slice(at)
      case 6:
        return this.repeatPair(text, at)
      case 7:
        return this.flipBit(text, at)
      case 8:
        return this.splice(text, at)
      default:
        return this.swapHalves(text, at, end)
    }
  }

  private bytes(count: number): string {
    let bytes = ''
    for (let i = 0; i < count; i++) bytes += String.fromCharCode(this.random.below(256))
    return bytes
  }

  /** The pair (`a=1&`, `"a":1,`) at that place once more somewhere else: a key that comes twice. */
  private repeatPair(text: string, at: number): string {
    const separator = text.includes('":') ? ',' : '&'
    const start = text.lastIndexOf(separator, at) + 1
    const next = text.indexOf(separator, at)
    const pair = text.slice(start, next === -1 ? text.length : next)
    const other = text.indexOf(separator, this.random.below(text.length))
    const value = pair.replace(/[\w.]+(?="?$)/, () => this.word())
    if (other === -1) return `${text}${separator}${value}`
    return text.slice(0, other) + separator + value + text.slice(other)
  }

  private flipBit(text: string, at: number): string {
    if (at >= text.length) return text
    const flipped = text.charCodeAt(at) ^ (1 << this.random.below(8))
    return text.slice(0, at) + String.fromCharCode(flipped) + text.slice(at + 1)
  }

  private splice(text: string, at: number): string {
    const other = this.random.pick(this.seeds)
    const tail = other.body || other.query
    return text.slice(0, at) + tail.slice(this.random.below(tail.length))
  }

  private swapHalves(text: string, at: number, end: number): string {
    return text.slice(end) + text.slice(at, end) + text.slice(0, at)
  }

  /** 64 kB of one thing, alone or in place of a word. */
  private blowUp(text: string, tokens: readonly Span[]): string {
    const unit = this.hostile() || this.word() || text
    const much = unit.repeat(Math.ceil(LARGE / Math.max(1, unit.length))).slice(0, LARGE)
    switch (this.random.below(3)) {
      case 0:
        return much
      case 1:
        return this.replaceWord(text, tokens, much)
      default:
        return text === '' ? much : text.repeat(Math.ceil(LARGE / text.length))
    }
  }

  private spoilHeaders(headers: CallbackRequest['headers']): CallbackRequest['headers'] {
    const { random } = this
    const names = Object.keys(headers)
    if (names.length === 0) return { 'content-type': random.pick(CONTENT_TYPES) }
    const name = random.pick(names)
    const value = headers[name] ?? ''
    switch (random.below(6)) {
      case 0: {
        const rest = { ...headers }
        delete rest[name]
        return rest
      }
      case 1:
        return { ...headers, 'content-type': random.pick(CONTENT_TYPES) }
      case 2:
        return { ...headers, [name]: random.pick(this.seeds).request.headers[name] ?? this.hostile() }
      case 3:
        return { ...headers, [name]: `${value}, ${random.below(2) === 0 ? value : this.hostile()}` }
      default:
        return { ...headers, [name]: this.spoilBytes(value) }
    }
  }
}

function toSeed(request: CallbackRequest): Seed {
  const question = request.url.indexOf('?')
  const path = question === -1 ? request.url : request.url.slice(0, question)
  const query = question === -1 ? '' : request.url.slice(question + 1)
  const body = request.rawBody.toString('latin1')
  return { request, path, query, body, queryTokens: spansOf(query), bodyTokens: spansOf(body) }
}

function spansOf(text: string): Span[] {
  return [...text.matchAll(TOKEN)].map(({ index, 0: word }) => [index, index + word.length])
}

function wordsOf(text: string): string[] {
  return text.match(TOKEN) ?? []
}
