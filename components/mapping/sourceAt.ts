import { follow, parsePointer, writePointer } from '@/lib/contracts/jsonPointer'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { MappingSource } from '@/lib/contracts/mappingSource'

type Steps = readonly string[]

/** The source of a value of the body under the lists of a mapping: counted from the item that holds it. Pure. */
export function sourceAt(steps: Steps, items: MappingDraft['items']): MappingSource {
  if (!items) return { from: 'json', at: 'item', pointer: writePointer(steps) }
  const inEntry = within(steps, items.list)
  if (!inEntry) return { from: 'json', at: 'body', pointer: writePointer(steps) }
  if (items.inner === null) return { from: 'json', at: 'item', pointer: writePointer(inEntry) }
  const inItem = within(inEntry, items.inner)
  return inItem
    ? { from: 'json', at: 'item', pointer: writePointer(inItem) }
    : { from: 'json', at: 'outer', pointer: writePointer(inEntry) }
}

/** What follows behind the list and the number of an entry; null outside of the list. */
function within(steps: Steps, list: string): Steps | null {
  const start = parsePointer(list)
  if (!start || steps.length <= start.length || start.some((step, index) => steps[index] !== step)) return null
  return /^\d+$/.test(steps[start.length] ?? '') ? steps.slice(start.length + 1) : null
}

/** The lists of objects around a value of a body: what one callback repeats. Null where there is none. Pure. */
export function listsAround(body: unknown, steps: Steps): MappingDraft['items'] {
  const at = steps.flatMap((_, index) => (isList(follow(body, steps.slice(0, index))) ? index : []))
  const [outer, inner] = at
  if (outer === undefined) return null
  return {
    list: writePointer(steps.slice(0, outer)),
    inner: inner === undefined ? null : writePointer(steps.slice(outer + 1, inner)),
  }
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null
}

/** The mapping with a value of a JSON body as a field; the lists around it become the lists of the mapping. Pure. */
export function assignAt(
  draft: MappingDraft,
  body: unknown,
  steps: Steps,
  assign: (draft: MappingDraft, source: MappingSource) => MappingDraft,
): MappingDraft {
  const items = draft.items ?? listsAround(body, steps)
  const based = items === draft.items ? draft : { ...fromTheTop(draft), items }
  return assign(based, sourceAt(steps, items))
}

/** Without a list, fields count from the top; with one they would count from its items. */
function fromTheTop(draft: MappingDraft): MappingDraft {
  const fields = Object.fromEntries(
    Object.entries(draft.fields).map(([field, source]) => [
      field,
      source.from === 'json' ? { ...source, at: 'body' } : source,
    ]),
  ) as MappingDraft['fields']
  return { ...draft, fields }
}

/** True when a value of the body is what this source finds, in whichever entry of the lists. */
export function isSourceOf(steps: Steps, items: MappingDraft['items'], source: MappingSource): boolean {
  if (source.from !== 'json') return false
  const here = sourceAt(steps, items)
  return here.from === 'json' && here.at === source.at && here.pointer === source.pointer
}
