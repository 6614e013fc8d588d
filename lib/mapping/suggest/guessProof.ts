import type { MappingProof } from '@/lib/contracts/mappingProof'

const ENCODED = [
  ['hex', /^[0-9a-f]+$/i],
  ['base64', /^[A-Za-z0-9+/]+=*$/],
  ['base64url', /^[A-Za-z0-9_-]+$/],
] as const
const HEX_LENGTHS: Record<number, 'md5' | 'sha1' | 'sha256' | 'sha512'> = {
  32: 'md5',
  40: 'sha1',
  64: 'sha256',
  128: 'sha512',
}
const BYTES: Record<number, 'md5' | 'sha1' | 'sha256' | 'sha512'> = {
  16: 'md5',
  20: 'sha1',
  32: 'sha256',
  64: 'sha512',
}

/** How the headers of a sample look as if it were proved; null when they show nothing. */
export function guessProof(headers: Readonly<Record<string, string>>): MappingProof | null {
  if (headers['webhook-id'] && headers['webhook-signature']) return { kind: 'standard_webhooks' }
  const authorization = headers.authorization?.toLowerCase() ?? ''
  if (authorization.startsWith('basic ')) return { kind: 'basic' }
  if (authorization.startsWith('bearer ')) return { kind: 'bearer' }
  const name = Object.keys(headers).find((each) => /signature|hmac|(?:^|-)sign?(?:$|-)|digest/.test(each))
  if (name !== undefined) return guessHmac(name, headers)
  const token = Object.keys(headers).find((each) => /token|api-?key|secret/.test(each))
  return token === undefined ? null : { kind: 'header_token', header: token }
}

function guessHmac(header: string, headers: Readonly<Record<string, string>>): MappingProof | null {
  const value = headers[header] ?? ''
  const elements = value.split(',').map((each) => each.trim())
  const timed = elements.find((each) => /^t=\d{10,13}$/.test(each))
  const signed = timed && elements.find((each) => /^(?:v\d|s|sig|signature)=/.test(each))
  if (timed && signed) return fromElements(header, timed, signed)
  const { prefix, bare } = withoutPrefix(value)
  const look = lookOf(bare)
  if (!look) return null
  const stamp = Object.keys(headers).find((each) => /timestamp/.test(each) && each !== header)
  const at = stamp === undefined ? null : { from: 'header' as const, name: stamp, ...unitOf(headers[stamp] ?? '') }
  return { ...hmac(header, look), prefix, signed: at ? '{timestamp}.{body}' : '{body}', timestamp: at }
}

function fromElements(header: string, timed: string, signed: string): MappingProof | null {
  const equals = signed.indexOf('=')
  const look = lookOf(signed.slice(equals + 1))
  if (!look) return null
  const timestamp = { from: 'element' as const, name: 't', ...unitOf(timed.slice(2)) }
  return { ...hmac(header, look), element: signed.slice(0, equals), signed: '{timestamp}.{body}', timestamp }
}

function hmac(header: string, look: NonNullable<ReturnType<typeof lookOf>>) {
  return { kind: 'hmac' as const, header, element: null, ...look, prefix: '', key: 'text' as const }
}

function withoutPrefix(value: string): { prefix: string; bare: string } {
  const match = /^(?:hmac-)?(?:sha(?:1|256|512)|md5)[=:]\s?/i.exec(value)
  return match ? { prefix: match[0], bare: value.slice(match[0].length) } : { prefix: '', bare: value }
}

function lookOf(signature: string) {
  const encoding = ENCODED.find(([, pattern]) => pattern.test(signature))?.[0]
  if (encoding === undefined) return null
  const byHex = encoding === 'hex' ? HEX_LENGTHS[signature.length] : undefined
  if (byHex) return { encoding, algorithm: byHex }
  const algorithm = BYTES[Buffer.from(signature, 'base64').length]
  return algorithm ? { encoding: encoding === 'hex' ? ('base64' as const) : encoding, algorithm } : null
}

function unitOf(text: string) {
  const unit: 's' | 'ms' | 'iso' = /^\d{13}$/.test(text) ? 'ms' : /^\d+$/.test(text) ? 's' : 'iso'
  return { unit, toleranceSeconds: 300 }
}
