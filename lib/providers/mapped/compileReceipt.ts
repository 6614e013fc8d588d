import type { MappingDraft } from '@/lib/contracts/mapping'
import { FIELD_NAMES, type MappingField } from '@/lib/contracts/mappingSource'
import { cleanLabel } from '../cleanText'
import { toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readDecimal } from '../readDecimal'
import { readId } from '../readId'
import { readStatus } from '../statusTable'
import type { ErrorMeaning, Receipt } from '../types'
import { compileSource } from './compileSource'
import { compileTime } from './compileTime'
import { atField, FieldError } from './FieldError'
import type { Place } from './Place'
import { recipientReader } from './recipientReader'

type Text = (field: MappingField, place: Place) => string | undefined
type Optional = Pick<
  Receipt,
  'clientReference' | 'mccmnc' | 'carrierName' | 'price' | 'currency' | 'segments' | 'route' | 'part' | 'parts'
>

/** Reads one statement. `meaning` says what an error code means. What it returns throws UnreadableError, naming the field. */
export function compileReceipt(
  mapping: MappingDraft,
  meaning: (code: string) => ErrorMeaning | undefined,
): (place: Place) => Receipt {
  const text = compileFields(mapping)
  const statusOf = compileStatus(mapping)
  const timeOf = compileTime(mapping.time)
  const recipientOf = recipientReader(mapping.recipient)
  const noError = new Set(['', ...mapping.noError])
  return (place) => {
    const ids = idsOf(mapping, text, place)
    const status = statusOf(text('status', place))
    const errorCode = codeOf(text('errorCode', place), noError)
    const recipient = text('recipient', place)
    const sender = text('sender', place)
    const time = text('time', place)
    return {
      ...status,
      ...ids,
      failureClass: failureClassFor(status.status, errorCode === null ? undefined : meaning(errorCode)),
      errorCode,
      recipient: recipient ? recipientOf(recipient) : null,
      sender: sender ? toSender(cleanLabel(sender)) : null,
      occurredAt: time ? atField('fields.time', () => timeOf(time)) : null,
      ...optionalFields(text, place),
      mapped: true,
    }
  }
}

function compileFields({ fields }: MappingDraft): Text {
  const readers = new Map(
    Object.entries(fields).map(([field, source]) => [field as MappingField, compileSource(source)] as const),
  )
  return (field, place) => {
    const read = readers.get(field)
    return read && atField(`fields.${field}`, () => read(place))
  }
}

function idsOf(
  { fields }: MappingDraft,
  text: Text,
  place: Place,
): Pick<Receipt, 'providerMessageId' | 'clientReference'> {
  const id = atField('fields.messageId', () => readId(text('messageId', place), FIELD_NAMES.messageId))
  const reference = atField('fields.clientReference', () =>
    readId(text('clientReference', place), FIELD_NAMES.clientReference),
  )
  if (id === undefined && reference === undefined) {
    const field = fields.clientReference && !fields.messageId ? 'clientReference' : 'messageId'
    throw new FieldError(
      `fields.${field}`,
      'missing_field',
      `${FIELD_NAMES[field]} is missing, so the message is not known.`,
    )
  }
  return { providerMessageId: id ?? null, ...(reference === undefined ? {} : { clientReference: reference }) }
}

function compileStatus(
  mapping: MappingDraft,
): (word: string | undefined) => Pick<Receipt, 'status' | 'rawStatus' | 'unrecognised'> {
  const keyOf = (word: string) => (mapping.ignoreCase ? word.toLowerCase() : word)
  const table = new Map(mapping.statuses.map(({ word, status }) => [keyOf(word), status]))
  return (word) => {
    if (!word) throw new FieldError('fields.status', 'missing_field', 'Status is missing.')
    const { status, unrecognised } = readStatus(table, keyOf(word))
    const rawStatus = cleanLabel(word) || '(empty)'
    if (!unrecognised) return { status, rawStatus }
    return mapping.unknownWords === 'ask'
      ? { status, rawStatus, unrecognised }
      : { status: mapping.unknownWords, rawStatus }
  }
}

function codeOf(sent: string | undefined, noError: ReadonlySet<string>): string | null {
  return sent === undefined || noError.has(sent) ? null : cleanLabel(sent) || null
}

/** Nice to have: a value that cannot be right is left out rather than holding up the status. */
function optionalFields(text: Text, place: Place): Optional {
  const price = readDecimal(text('price', place))
  const currency = text('currency', place)?.toUpperCase()
  const optional = {
    mccmnc: networkOf(text, place),
    carrierName: labelOf(text('carrier', place)),
    price,
    currency: price !== undefined && currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    segments: countOf(text('segments', place)),
    route: labelOf(text('route', place)),
    ...partsOf(text, place),
  }
  return Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined))
}

function networkOf(text: Text, place: Place): string | undefined {
  const joined = text('mccmnc', place) ?? (text('mcc', place) ?? '') + (text('mnc', place) ?? '').padStart(2, '0')
  return /^\d{5,6}$/.test(joined) ? joined : undefined
}

/** Of a part of which nobody knows which, or of more parts than there are, nothing is said. */
function partsOf(text: Text, place: Place): Pick<Receipt, 'part' | 'parts'> {
  const part = countOf(text('part', place))
  const parts = countOf(text('parts', place))
  if (!part) return {}
  return parts === undefined || parts < part ? { part } : { part, parts }
}

function labelOf(sent: string | undefined): string | undefined {
  return sent === undefined ? undefined : cleanLabel(sent) || undefined
}

function countOf(sent: string | undefined): number | undefined {
  return sent !== undefined && /^\d{1,4}$/.test(sent) ? Number(sent) : undefined
}
