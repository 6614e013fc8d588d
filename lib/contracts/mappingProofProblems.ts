import type { MappingDraft } from './mapping'
import { headerProblem, type MappingProblem, problem } from './MappingProblem'
import type { HmacProof } from './mappingProof'
import { FIELD_NAMES, type MappingField, type MappingSource } from './mappingSource'
import { parseSignedTemplate, type SignedPart } from './signedTemplate'

/** Whatever decides about a message must be signed where anything is. */
const DECISIVE: readonly MappingField[] = ['messageId', 'clientReference', 'status', 'errorCode', 'part']

/** What is missing or makes no sense in how the sender is proved. */
export function proofProblems({ proof, fields, items }: MappingDraft): MappingProblem[] {
  switch (proof.kind) {
    case 'query_token':
      return proof.parameter.trim() === '' ? [problem('proof.parameter', 'Name the query parameter.')] : []
    case 'header_token':
      return headerProblem('proof.header', proof.header)
    case 'hmac':
      return hmacProblems(proof, fields, items !== null)
    case 'standard_webhooks':
      return unsignedProblems([{ kind: 'body' }], fields, false)
    case 'path_token':
    case 'basic':
    case 'bearer':
      return []
  }
}

function hmacProblems(proof: HmacProof, fields: MappingDraft['fields'], readsBody: boolean): MappingProblem[] {
  const problems = headerProblem('proof.header', proof.header)
  if (proof.element !== null && proof.element.trim() === '')
    problems.push(problem('proof.element', 'Name the element of the header that holds the signature, such as v1.'))
  const parts = parseSignedTemplate(proof.signed)
  if (!parts || parts.length === 0)
    return [
      ...problems,
      problem(
        'proof.signed',
        'Use {body}, {url}, {path}, {method}, {timestamp}, {header:name} and {query:name}, with the separators between them.',
      ),
    ]
  return [...problems, ...timestampProblems(proof, parts), ...unsignedProblems(parts, fields, readsBody)]
}

function timestampProblems({ timestamp, element }: HmacProof, parts: readonly SignedPart[]): MappingProblem[] {
  const isSigned = parts.some(({ kind }) => kind === 'timestamp')
  if (!timestamp)
    return isSigned ? [problem('proof.timestamp', '{timestamp} is signed: say where the timestamp is.')] : []
  const problems: MappingProblem[] = []
  if (timestamp.name.trim() === '' || (timestamp.from === 'header' && headerProblem('', timestamp.name).length > 0))
    problems.push(problem('proof.timestamp.name', 'Name where the timestamp is.'))
  if (timestamp.from === 'element' && element === null)
    problems.push(
      problem('proof.element', 'The timestamp is an element of the header, so the signature must be one too.'),
    )
  // A time that anybody can change proves nothing.
  if (!isSigned && !parts.some((part) => signsTimestamp(part, timestamp)))
    problems.push(problem('proof.timestamp', 'The timestamp is not part of what is signed: add {timestamp}.'))
  return problems
}

function signsTimestamp(part: SignedPart, { from, name }: NonNullable<HmacProof['timestamp']>): boolean {
  if (from === 'query') return part.kind === 'url' || (part.kind === 'query' && part.name === name)
  return from === 'header' && part.kind === 'header' && part.name === name.toLowerCase()
}

/** A value that is read but not signed could be changed by anybody on the way. */
function unsignedProblems(
  parts: readonly SignedPart[],
  fields: MappingDraft['fields'],
  readsBody: boolean,
): MappingProblem[] {
  const sources = Object.entries(fields) as [MappingField, MappingSource][]
  const signsBody = parts.some(({ kind }) => kind === 'body')
  const isInBody = ({ from }: MappingSource) => from === 'json' || from === 'form'
  if (!signsBody && (readsBody || sources.some(([, source]) => isInBody(source))))
    return [problem('proof.signed', 'The body is read but not signed: add {body}.')]
  return sources
    .filter(([field, source]) => DECISIVE.includes(field) && !isInBody(source) && !isSigned(parts, source))
    .map(([field]) => problem(`fields.${field}`, `${FIELD_NAMES[field]} stands where the signature does not reach.`))
}

function isSigned(parts: readonly SignedPart[], source: MappingSource): boolean {
  const signs = (kind: SignedPart['kind'], name?: string) =>
    parts.some((part) => part.kind === kind && (name === undefined || ('name' in part && part.name === name)))
  switch (source.from) {
    case 'query':
      return signs('url') || signs('query', source.name)
    case 'header':
      return signs('header', source.name.toLowerCase())
    case 'path':
      return signs('url') || signs('path')
    case 'constant':
    case 'json':
    case 'form':
      return true
  }
}
