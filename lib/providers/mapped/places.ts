import { follow, parsePointer } from '@/lib/contracts/jsonPointer'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { Opened, Place } from './Place'
import { FieldError } from './FieldError'

/** More than any provider puts into one callback; without a limit a megabyte of "[0,0,0…" would hold up everybody. */
const MOST_ITEMS = 10_000

/** Finds the statements of a callback: one, or one for each entry of a list, or of the lists within its entries. */
export type FindPlaces = (opened: Opened) => Place[]

/** The finder for the list of a mapping. It throws UnreadableError when the body has no such list. */
export function compilePlaces(items: MappingDraft['items']): FindPlaces {
  if (!items) return (opened) => [{ opened, outer: opened.body, item: opened.body }]
  const list = parsePointer(items.list)
  const inner = items.inner === null ? null : parsePointer(items.inner)
  return (opened) => {
    const outers = entries(list ? follow(opened.body, list) : undefined)
    if (!outers) throw new FieldError('items.list', 'missing_field', `The body has no list at "${items.list}".`)
    const places = inner
      ? outers.flatMap((outer) => within(opened, outer, inner))
      : outers.map((item) => ({ opened, outer: item, item }))
    if (places.length > MOST_ITEMS)
      throw new FieldError('items.list', 'malformed_body', `The list has more than ${MOST_ITEMS} entries.`)
    return places
  }
}

/** An entry without a list stays one statement, which then says what it lacks. */
function within(opened: Opened, outer: unknown, inner: readonly string[]): Place[] {
  return (entries(follow(outer, inner)) ?? [undefined]).map((item) => ({ opened, outer, item }))
}

/** Some providers send one object where others send a list of one. */
function entries(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  return typeof value === 'object' && value !== null ? [value] : null
}
