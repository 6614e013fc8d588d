import { follow, parsePointer, writePointer } from '@/lib/contracts/jsonPointer'
import type { MappingSource } from '@/lib/contracts/mappingSource'
import { firstValue } from '@/lib/providers/formDecoder'
import { bodyForm, queryForm } from '@/lib/providers/requestForm'
import type { CallbackRequest } from '@/lib/providers/types'

/** A value of a sample and where it stands. */
export interface Candidate {
  source: MappingSource
  /** Its name and the names above it, in lower case: "message.id". */
  path: string
  value: string
}
export interface Lists {
  list: string
  inner: string | null
}

const MOST = 500
const DEEPEST = 8
/** A name beyond that is no name. */
const LONGEST_PATH = 200

/** All values of a sample, those of its first item in the list, and the list if there is one. */
export function candidatesOf(request: CallbackRequest): { candidates: Candidate[]; items: Lists | null } {
  const body = jsonOf(request)
  if (body === undefined) return { candidates: [...formCandidates(request), ...queryCandidates(request)], items: null }
  const items = findLists(body)
  const outer = items ? first(follow(body, parsePointer(items.list) ?? [])) : body
  const item = items?.inner != null ? first(follow(outer, parsePointer(items.inner) ?? [])) : outer
  const candidates = collect(item, 'item')
  if (items?.inner != null) candidates.push(...collect(outer, 'outer'))
  if (items) candidates.push(...collect(body, 'body'))
  return { candidates: [...candidates, ...queryCandidates(request)], items }
}

function jsonOf({ rawBody }: CallbackRequest): unknown {
  const text = rawBody.toString('utf8').trim()
  if (!text.startsWith('{') && !text.startsWith('[')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The first list of objects from the top, and the first one within its entries. */
function findLists(body: unknown): Lists | null {
  const list = findList(body, [])
  if (list === null) return null
  const entry = first(follow(body, parsePointer(list) ?? []))
  const inner = findList(entry, [])
  return { list, inner: inner === '' ? null : inner }
}

function findList(value: unknown, steps: string[]): string | null {
  if (Array.isArray(value)) return isObject(value[0]) ? writePointer(steps) : null
  if (!isObject(value) || steps.length > DEEPEST) return null
  for (const [name, child] of Object.entries(value)) {
    const found = findList(child, [...steps, name])
    if (found !== null) return found
  }
  return null
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Lists within are left out: one value per name. */
function collect(value: unknown, at: 'item' | 'outer' | 'body'): Candidate[] {
  const found: Candidate[] = []
  const walk = (current: unknown, steps: string[]) => {
    if (found.length >= MOST || steps.length > DEEPEST) return
    if (isObject(current)) return Object.entries(current).forEach(([name, child]) => walk(child, [...steps, name]))
    if (current === null || typeof current === 'object' || current === undefined) return
    if (steps.join('.').length > LONGEST_PATH) return
    const source = { from: 'json' as const, at, pointer: writePointer(steps) }
    found.push({ source, path: steps.join('.').toLowerCase(), value: String(current) })
  }
  walk(value, [])
  return found
}

function formCandidates(request: CallbackRequest): Candidate[] {
  const form = bodyForm(request)
  return form.names
    .filter((name) => name.length <= LONGEST_PATH)
    .slice(0, MOST)
    .map((name) => ({
      source: { from: 'form', name },
      path: name.toLowerCase(),
      value: firstValue(form, name) ?? '',
    }))
}

function queryCandidates(request: CallbackRequest): Candidate[] {
  const form = queryForm(request)
  return form.names
    .filter((name) => name.length <= LONGEST_PATH)
    .slice(0, MOST)
    .map((name) => ({
      source: { from: 'query', name },
      path: name.toLowerCase(),
      value: firstValue(form, name) ?? '',
    }))
}
