import type { MappingDraft } from '@/lib/contracts/mapping'
import type { MappingSource } from '@/lib/contracts/mappingSource'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { errorEntries, errorTable } from '../errorTable'
import { parseExactJson } from '../parseExactJson'
import type { Adapter, CallbackRequest, Parsed } from '../types'
import { compileProof } from './compileProof'
import { compileReceipt } from './compileReceipt'
import { compileSource } from './compileSource'
import { atField } from './FieldError'
import { Opened, type Place } from './Place'
import { compilePlaces } from './places'

/** The adapter id of connections that are read by a mapping, as in the callback URL. */
export const CUSTOM = 'custom'

const IGNORED = 'Nothing in it speaks of an outbound text.'

/**
 * The adapter that a mapping describes, compiled once and as fast as one written by hand. Takes any draft: what a draft
 * does not say yet shows as unreadable, and a proof that cannot be checked lets nobody in. Throws nothing.
 */
export function mappedAdapter(mapping: MappingDraft): Adapter {
  const errors = errorTable(
    mapping.errors.map(({ code, failureClass, permanent, nextStep, name, plain }) =>
      plain === ''
        ? [code, failureClass, permanent, nextStep, name || code]
        : [code, failureClass, permanent, nextStep, name || code, plain],
    ),
  )
  const explain = (code: string) => errors.get(code)
  return {
    id: CUSTOM,
    name: mapping.provider,
    methods: mapping.methods,
    setup: `Give ${mapping.provider} this URL as the address for its delivery reports.`,
    ...compileProof(mapping.proof),
    parse: compileParse(mapping, explain),
    reply: mapping.reply,
    statuses: mapping.statuses,
    errors: errorEntries(errors),
    explain,
  }
}

function compileParse(mapping: MappingDraft, explain: Adapter['explain']): Adapter['parse'] {
  const placesOf = compilePlaces(mapping.items)
  const isIgnored = compileIgnore(mapping.ignore)
  const receiptOf = compileReceipt(mapping, explain)
  const read = (place: Place) => (isIgnored(place) ? null : receiptOf(place))
  const isJson = readsJson(mapping)
  return (request) => parseOrUnreadable(() => parse(request))

  function parse(request: CallbackRequest): Parsed {
    const opened = new Opened(request, isJson ? parseExactJson(request) : undefined)
    // An inbound text may have no list at all.
    if (isWhole(mapping.ignore?.source) && isIgnored({ opened, outer: opened.body, item: opened.body }))
      return { receipts: [], unreadable: [], ignored: IGNORED }
    return collectReceipts(placesOf(opened), read, IGNORED)
  }
}

function compileIgnore(ignore: MappingDraft['ignore']): (place: Place) => boolean {
  if (!ignore) return () => false
  const read = compileSource(ignore.source)
  const values = new Set(ignore.values)
  return (place) => values.has(atField('ignore.source', () => read(place)) ?? '') === (ignore.when === 'in')
}

/** True where the filter asks the callback rather than its items. */
function isWhole(source: MappingSource | undefined): boolean {
  return source !== undefined && (source.from !== 'json' || source.at === 'body')
}

function readsJson({ items, fields, ignore }: MappingDraft): boolean {
  const sources = [...Object.values(fields), ...(ignore ? [ignore.source] : [])]
  return items !== null || sources.some(({ from }) => from === 'json')
}
