import { describe, expect, test } from 'vitest'
import { emptyMapping } from './emptyMapping'
import { mapping, mappingDraft, type MappingDraft } from './mapping'
import { mappingProblems } from './mappingProblems'
import { parseSignedTemplate } from './signedTemplate'

const json = (pointer: string) => ({ from: 'json' as const, at: 'item' as const, pointer })
const query = (name: string) => ({ from: 'query' as const, name })
const HMAC = {
  ...{ kind: 'hmac' as const, header: 'X-Sig', element: null, algorithm: 'sha256' as const, encoding: 'hex' as const },
  ...{ prefix: '', signed: '{body}', key: 'text' as const, timestamp: null },
}
const AT = { from: 'header' as const, name: 'X-Time', unit: 's' as const, toleranceSeconds: 300 }
const GOOD: MappingDraft = {
  ...emptyMapping('Pelican'),
  fields: { messageId: json('/id'), status: json('/status') },
  statuses: [{ word: 'ok', status: 'delivered' }],
}

function fieldsOf(change: Partial<MappingDraft>): string[] {
  return mappingProblems({ ...GOOD, ...change }).map(({ field }) => field)
}

describe('a mapping', () => {
  test('that is complete has no problems, and keeps what it says', () => {
    expect(mappingProblems(GOOD)).toEqual([])
    expect(mapping.parse(GOOD)).toEqual(GOOD)
    expect(mapping.parse(JSON.parse(JSON.stringify(GOOD)))).toEqual(GOOD)
  })

  test('that is empty names what is missing, field by field', () => {
    expect(mappingProblems(emptyMapping('X')).map(({ field }) => field)).toEqual([
      'fields.messageId',
      'fields.status',
      'statuses',
    ])
    const read = mapping.safeParse(emptyMapping('X'))
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'fields.messageId',
      'fields.status',
      'statuses',
    ])
  })

  test.each<[string, Partial<MappingDraft>, string[]]>([
    ['no method', { methods: [] }, ['methods']],
    ['a method twice', { methods: ['POST', 'POST'] }, ['methods']],
    ['a query token without a name', { proof: { kind: 'query_token', parameter: ' ' } }, ['proof.parameter']],
    ['a header that is none', { proof: { kind: 'header_token', header: 'X Key' } }, ['proof.header']],
    ['a template with a hole', { proof: { ...HMAC, signed: '{body' } }, ['proof.signed']],
    ['a template with an unknown part', { proof: { ...HMAC, signed: '{soul}' } }, ['proof.signed']],
    ['an empty template', { proof: { ...HMAC, signed: '' } }, ['proof.signed']],
    ['a body that is read but not signed', { proof: { ...HMAC, signed: '{url}' } }, ['proof.signed']],
    ['a timestamp that is nowhere', { proof: { ...HMAC, signed: '{timestamp}.{body}' } }, ['proof.timestamp']],
    ['a timestamp that is not signed', { proof: { ...HMAC, timestamp: AT } }, ['proof.timestamp']],
    ['a signed timestamp', { proof: { ...HMAC, signed: '{timestamp}{body}', timestamp: AT } }, []],
    ['a timestamp signed as header', { proof: { ...HMAC, signed: '{header:x-time}{body}', timestamp: AT } }, []],
    [
      'an element without elements',
      { proof: { ...HMAC, signed: '{timestamp}{body}', timestamp: { ...AT, from: 'element' } } },
      ['proof.element'],
    ],
    [
      'a status in the unsigned query',
      { proof: HMAC, fields: { ...GOOD.fields, status: query('s') } },
      ['fields.status'],
    ],
    [
      'a status in the signed query',
      { proof: { ...HMAC, signed: '{query:s}{body}' }, fields: { ...GOOD.fields, status: query('s') } },
      [],
    ],
    [
      'an id in the unsigned path under Standard Webhooks',
      { proof: { kind: 'standard_webhooks' }, fields: { ...GOOD.fields, messageId: { from: 'path', segment: 1 } } },
      ['fields.messageId'],
    ],
    ['a pointer that is none', { fields: { ...GOOD.fields, status: json('status') } }, ['fields.status']],
    ['a pointer with a bad escape', { fields: { ...GOOD.fields, status: json('/a~2') } }, ['fields.status']],
    ['a list that is none', { items: { list: 'x', inner: '' } }, ['items.list', 'items.inner']],
    [
      'an outer entry where there is none',
      { fields: { ...GOOD.fields, sender: { ...json('/a'), at: 'outer' } } },
      ['fields.sender'],
    ],
    ['a GET with a body', { methods: ['GET'] }, ['fields.messageId', 'fields.status']],
    ['a price without a currency', { fields: { ...GOOD.fields, price: json('/p') } }, ['fields.currency']],
    ['an MCC without an MNC', { fields: { ...GOOD.fields, mcc: json('/m') } }, ['fields.mnc']],
    [
      'a constant id',
      { fields: { ...GOOD.fields, messageId: { from: 'constant', value: '1' } } },
      ['fields.messageId'],
    ],
    ['no delivered', { statuses: [{ word: 'no', status: 'failed' }] }, ['statuses']],
    [
      'a word twice',
      { ignoreCase: true, statuses: [...GOOD.statuses, { word: 'OK', status: 'failed' }] },
      ['statuses.1.word'],
    ],
    ['words that differ in case', { statuses: [...GOOD.statuses, { word: 'OK', status: 'failed' }] }, []],
    ['a bad pattern', { time: { format: 'pattern', pattern: 'YYYY', zone: null } }, ['time.pattern']],
    ['a bad zone', { time: { format: 'iso', zone: 'Europe/Atlantis' } }, ['time.zone']],
    [
      'national numbers of nowhere',
      { recipient: { callingCode: null, national: 'all', strip: [] } },
      ['recipient.callingCode'],
    ],
    [
      'a calling code with a plus',
      { recipient: { callingCode: '+44', national: 'all', strip: [] } },
      ['recipient.callingCode'],
    ],
    ['an answer that asks for more', { reply: { status: 500, body: '', contentType: 'text/plain' } }, ['reply.status']],
    [
      'a content type that is none',
      { reply: { status: 200, body: '', contentType: 'x\r\ny: z' } },
      ['reply.contentType'],
    ],
  ])('with %s', (_, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields)
  })

  test('takes no key that nobody knows and no other version', () => {
    expect(mappingDraft.safeParse({ ...GOOD, colour: 'red' }).success).toBe(false)
    expect(mappingDraft.safeParse({ ...GOOD, version: 2 }).success).toBe(false)
    expect(mappingDraft.safeParse({ ...GOOD, fields: { colour: json('/c') } }).success).toBe(false)
  })
})

test('a template of what is signed', () => {
  expect(parseSignedTemplate('v1:{timestamp}\n{header:X-Id}{body}')).toEqual([
    { kind: 'text', text: 'v1:' },
    { kind: 'timestamp' },
    { kind: 'text', text: '\n' },
    { kind: 'header', name: 'x-id' },
    { kind: 'body' },
  ])
  for (const bad of ['{', '}', '{}', '{header}', '{header:}', 'a}b', '{body}}'])
    expect(parseSignedTemplate(bad)).toBeNull()
})
