import { follow, parsePointer } from '@/lib/contracts/jsonPointer'
import { type MappingSource, sourceWords } from '@/lib/contracts/mappingSource'
import { decimalText } from '../decimalText'
import { firstValue } from '../formDecoder'
import { queryForm } from '../requestForm'
import { UnreadableError } from '../UnreadableError'
import { headerOf } from './headerOf'
import type { Place } from './Place'

/** Reads one value as text; undefined where there is none. Throws UnreadableError for what cannot be one value. */
export type ReadText = (place: Place) => string | undefined

const CALLBACKS = '/api/callbacks/'
/** Adapter and connection come before the segments that a mapping counts. */
const BEFORE = 2

/** The reader of a source. A pointer that is none finds nothing: the editor shows what is wrong with it. */
export function compileSource(source: MappingSource): ReadText {
  switch (source.from) {
    case 'json':
      return compilePointer(source)
    case 'form':
      return ({ opened }) => firstValue(opened.form, source.name)
    case 'query':
      return ({ opened }) => firstValue(queryForm(opened.request), source.name)
    case 'header':
      return ({ opened }) => headerOf(opened.request, source.name)
    case 'path':
      return ({ opened }) => pathSegment(opened.request.url, source.segment)
    case 'constant':
      return () => source.value
  }
}

function compilePointer(source: Extract<MappingSource, { from: 'json' }>): ReadText {
  const steps = parsePointer(source.pointer)
  if (!steps) return () => undefined
  const where = sourceWords(source)
  if (source.at === 'body') return ({ opened }) => valueText(follow(opened.body, steps), where)
  if (source.at === 'outer') return ({ outer }) => valueText(follow(outer, steps), where)
  return ({ item }) => valueText(follow(item, steps), where)
}

/** A text, number or truth value of JSON as text. */
function valueText(value: unknown, where: string): string | undefined {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return undefined
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value))) return decimalText(value)
  if (typeof value === 'number')
    throw new UnreadableError('invalid_value', `${where} is a number too large to be read exactly.`)
  throw new UnreadableError(
    'invalid_value',
    `${where} holds ${Array.isArray(value) ? 'a list' : 'an object'}, not one value.`,
  )
}

function pathSegment(url: string, segment: number): string | undefined {
  const start = url.indexOf(CALLBACKS)
  if (start === -1) return undefined
  const query = url.indexOf('?', start)
  const path = url.slice(start + CALLBACKS.length, query === -1 ? undefined : query)
  const found = path.split('/', BEFORE + segment)[BEFORE + segment - 1]
  if (!found) return undefined
  try {
    return decodeURIComponent(found)
  } catch {
    return found
  }
}
