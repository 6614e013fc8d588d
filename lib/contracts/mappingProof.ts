import { z } from 'zod'

const name = z.string().max(100)

/** Where the moment of signing is: a header, a query parameter, or an element of the signature header ("t" in "t=…,v1=…"). */
const signedAt = z.strictObject({
  from: z.enum(['header', 'query', 'element']),
  name,
  unit: z.enum(['s', 'ms', 'iso']).default('s'),
  toleranceSeconds: z.number().int().min(1).max(86_400).default(300),
})

/** An HMAC over `signed`, a template with {body}, {url}, {path}, {method}, {timestamp}, {header:name} and {query:name}. */
export const hmacProof = z.strictObject({
  kind: z.literal('hmac'),
  header: name,
  /** Of a header such as "t=…,v1=…": the element that holds the signature. Null: the whole header. */
  element: name.nullable().default(null),
  algorithm: z.enum(['sha1', 'sha256', 'sha512', 'md5']).default('sha256'),
  encoding: z.enum(['hex', 'base64', 'base64url']).default('hex'),
  /** Before the signature, such as "sha256=". */
  prefix: z.string().max(40).default(''),
  signed: z.string().max(500).default('{body}'),
  /** How the secret is turned into the key. */
  key: z.enum(['text', 'hex', 'base64']).default('text'),
  timestamp: signedAt.nullable().default(null),
})
export type HmacProof = z.output<typeof hmacProof>

/** What proves who sent a callback. The secrets themselves belong to the connection, never to the mapping. */
export const mappingProof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('path_token') }),
  z.strictObject({ kind: z.literal('query_token'), parameter: name.default('token') }),
  z.strictObject({ kind: z.literal('basic') }),
  z.strictObject({ kind: z.literal('bearer') }),
  z.strictObject({ kind: z.literal('header_token'), header: name }),
  hmacProof,
  z.strictObject({ kind: z.literal('standard_webhooks') }),
])
export type MappingProof = z.output<typeof mappingProof>
export type MappingProofKind = MappingProof['kind']
