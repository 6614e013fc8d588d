import { z } from 'zod'

const pointer = z.string().max(300)

/**
 * Where a value stands in a callback. A JSON pointer (RFC 6901) counts from the item of the list (`item`), from the entry
 * of the outer list that holds it (`outer`), or from the top of the body (`body`). A segment of the path counts from 1,
 * behind the connection's id.
 */
export const mappingSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('json'), at: z.enum(['item', 'outer', 'body']).default('item'), pointer }),
  z.strictObject({ from: z.literal('form'), name: z.string().max(200) }),
  z.strictObject({ from: z.literal('query'), name: z.string().max(200) }),
  z.strictObject({ from: z.literal('header'), name: z.string().max(200) }),
  z.strictObject({ from: z.literal('path'), segment: z.number().int().min(1).max(20) }),
  z.strictObject({ from: z.literal('constant'), value: z.string().max(255) }),
])
export type MappingSource = z.output<typeof mappingSource>

/** What can be read out of a callback, in the order in which people look for it. */
export const MAPPING_FIELDS = [
  'messageId',
  'clientReference',
  'status',
  'errorCode',
  'recipient',
  'sender',
  'time',
  'price',
  'currency',
  'mccmnc',
  'mcc',
  'mnc',
  'carrier',
  'segments',
  'route',
  'part',
  'parts',
] as const
export type MappingField = (typeof MAPPING_FIELDS)[number]

/** The names of the fields in sentences. */
export const FIELD_NAMES: Record<MappingField, string> = {
  messageId: 'Message id',
  clientReference: 'Our reference',
  status: 'Status',
  errorCode: 'Error code',
  recipient: 'Recipient',
  sender: 'Sender',
  time: 'Time',
  price: 'Price',
  currency: 'Currency',
  mccmnc: 'Network code (MCC and MNC)',
  mcc: 'MCC',
  mnc: 'MNC',
  carrier: 'Carrier',
  segments: 'Segments',
  route: 'Route',
  part: 'Number of the part',
  parts: 'How many parts',
}

/** A place in words: "/events/0/id of the body", "form field status". */
export function sourceWords(source: MappingSource): string {
  switch (source.from) {
    case 'json':
      return `${source.pointer || 'the whole'}${source.at === 'item' ? '' : ` of the ${source.at === 'outer' ? 'outer entry' : 'body'}`}`
    case 'form':
      return `form field ${source.name}`
    case 'query':
      return `query parameter ${source.name}`
    case 'header':
      return `header ${source.name}`
    case 'path':
      return `part ${source.segment} of the path`
    case 'constant':
      return 'a constant'
  }
}
