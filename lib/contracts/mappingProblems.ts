import { parsePointer } from './jsonPointer'
import type { MappingDraft } from './mapping'
import { headerProblem, type MappingProblem, problem } from './MappingProblem'
import { proofProblems } from './mappingProofProblems'
import type { MappingSource } from './mappingSource'
import { parseTimePattern } from './timePattern'

/** All that is missing or makes no sense in a mapping, in the order of the editor. Empty: it can be switched on. */
export function mappingProblems(mapping: MappingDraft): MappingProblem[] {
  return [
    ...methodProblems(mapping),
    ...proofProblems(mapping),
    ...listProblems(mapping),
    ...fieldProblems(mapping),
    ...tableProblems(mapping),
    ...timeProblems(mapping),
    ...otherProblems(mapping),
  ]
}

function methodProblems({ methods }: MappingDraft): MappingProblem[] {
  if (methods.length === 0) return [problem('methods', 'Choose how the provider calls: POST, PUT or GET.')]
  return new Set(methods).size < methods.length ? [problem('methods', 'A method is named twice.')] : []
}

const NO_POINTER = 'This is no JSON pointer: it begins with "/", as in /events/0/status.'

function listProblems({ items, methods }: MappingDraft): MappingProblem[] {
  if (!items) return []
  const problems = parsePointer(items.list) ? [] : [problem('items.list', NO_POINTER)]
  if (items.inner !== null && !parsePointer(items.inner)) problems.push(problem('items.inner', NO_POINTER))
  if (items.inner === '') problems.push(problem('items.inner', 'Say where the inner list is, or leave it out.'))
  if (methods.length > 0 && methods.every((method) => method === 'GET'))
    problems.push(problem('items.list', 'A GET has no body with a list.'))
  return problems
}

function fieldProblems(mapping: MappingDraft): MappingProblem[] {
  const { fields, ignore } = mapping
  const problems: MappingProblem[] = []
  if (!fields.messageId && !fields.clientReference)
    problems.push(problem('fields.messageId', 'Say where the message id is, or at least our own reference.'))
  if (!fields.status) problems.push(problem('fields.status', 'Say where the status is.'))
  if (fields.price && !fields.currency)
    problems.push(problem('fields.currency', 'A price needs its currency: a field, or a constant such as EUR.'))
  if (!fields.mccmnc && Boolean(fields.mcc) !== Boolean(fields.mnc))
    problems.push(problem(fields.mcc ? 'fields.mnc' : 'fields.mcc', 'MCC and MNC are only useful together.'))
  if (fields.parts && !fields.part)
    problems.push(problem('fields.part', 'Say which part it is, or leave out how many.'))
  for (const field of ['messageId', 'clientReference', 'part'] as const)
    if (fields[field]?.from === 'constant')
      problems.push(problem(`fields.${field}`, 'A constant would make all texts one.'))
  for (const [field, source] of Object.entries(fields))
    problems.push(...sourceProblems(`fields.${field}`, source, mapping))
  if (ignore) problems.push(...sourceProblems('ignore.source', ignore.source, mapping))
  return problems
}

function sourceProblems(field: string, source: MappingSource, { items, methods }: MappingDraft): MappingProblem[] {
  const hasBody = methods.length === 0 || methods.some((method) => method !== 'GET')
  if ((source.from === 'json' || source.from === 'form') && !hasBody) return [problem(field, 'A GET has no body.')]
  switch (source.from) {
    case 'json':
      if (!parsePointer(source.pointer)) return [problem(field, NO_POINTER)]
      if (source.pointer === '' && source.at !== 'item') return [problem(field, 'The whole body is no value.')]
      return source.at === 'outer' && !items?.inner ? [problem(field, 'There is no outer list.')] : []
    case 'header':
      return headerProblem(field, source.name)
    case 'form':
      if (items) return [problem(field, 'A form has no list: read the fields from JSON, or do without the list.')]
      return source.name === '' ? [problem(field, 'Name the form field.')] : []
    case 'query':
      return source.name === '' ? [problem(field, 'Name the query parameter.')] : []
    case 'constant':
      return source.value === '' ? [problem(field, 'Write the constant, or leave the field out.')] : []
    case 'path':
      return []
  }
}

function tableProblems({ statuses, errors, ignoreCase, unknownWords }: MappingDraft): MappingProblem[] {
  const problems: MappingProblem[] = []
  if (statuses.length === 0 && unknownWords === 'ask')
    problems.push(problem('statuses', 'Say what the provider’s status words mean.'))
  if (statuses.length > 0 && !statuses.some(({ status }) => status === 'delivered' || status === 'read'))
    problems.push(problem('statuses', 'No word means delivered, so no text could ever land.'))
  problems.push(
    ...twice(
      'statuses',
      statuses.map(({ word }) => (ignoreCase ? word.toLowerCase() : word)),
      'word',
    ),
  )
  problems.push(
    ...twice(
      'errors',
      errors.map(({ code }) => code),
      'code',
    ),
  )
  return problems
}

function twice(table: string, keys: readonly string[], key: string): MappingProblem[] {
  return keys.flatMap((each, index) =>
    keys.indexOf(each) < index ? [problem(`${table}.${index}.${key}`, `"${each}" is in the table already.`)] : [],
  )
}

function timeProblems({ time }: MappingDraft): MappingProblem[] {
  const problems: MappingProblem[] = []
  if (time.format === 'pattern' && !parseTimePattern(time.pattern))
    problems.push(
      problem(
        'time.pattern',
        "Write it with yyyy, MM, dd, HH, mm, ss (d MMM yyyy, hh:mm a, SSS, XXX and 'text' work too).",
      ),
    )
  if ('zone' in time && time.zone !== null && !isZone(time.zone))
    problems.push(problem('time.zone', 'This is no time zone; write it as Europe/London.'))
  return problems
}

/** True for an IANA time zone that this JavaScript knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function otherProblems({ recipient, reply, noError, errors }: MappingDraft): MappingProblem[] {
  const problems: MappingProblem[] = []
  if (recipient.callingCode !== null && !/^[1-9]\d{0,3}$/.test(recipient.callingCode))
    problems.push(problem('recipient.callingCode', 'Write the country calling code in digits, such as 44.'))
  if (recipient.national === 'all' && recipient.callingCode === null)
    problems.push(problem('recipient.callingCode', 'National numbers need a country calling code.'))
  if (reply.status < 200 || reply.status > 299)
    problems.push(
      problem('reply.status', 'The answer must be 200 to 299: anything else makes the provider send again for ever.'),
    )
  if (!/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w.-]+)?$/.test(reply.contentType))
    problems.push(problem('reply.contentType', 'Write it as text/plain or application/json.'))
  for (const [index, { code }] of errors.entries())
    if (noError.includes(code)) problems.push(problem(`errors.${index}.code`, `"${code}" is listed as "no error".`))
  return problems
}
