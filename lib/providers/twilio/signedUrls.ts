import { parse, stringify } from 'node:querystring'

/**
 * The other forms in which Twilio may have signed this URL: with and without its port; as a URL parser normalises it,
 * and that with its query encoded anew. Together with the URL as received the same six that Twilio's own library tries.
 */
export function otherSignedUrls(url: string): string[] {
  const others = new Set([withoutPort(url), withPort(url), ...normalised(url)])
  others.delete(url)
  return [...others]
}

function normalised(url: string): string[] {
  if (!URL.canParse(url)) return []
  const clean = new URL(url).toString()
  const candidates = [withoutPort(clean), withPort(clean)]
  return [...candidates, ...candidates.map(withEncodedQuery)]
}

interface UrlParts {
  scheme: string
  userInfo: string
  host: string
  port: string
  rest: string
}

/** Splits without changing a character: `new URL()` would encode some that Twilio signed as they are. */
function split(url: string): UrlParts | null {
  const match = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)/i.exec(url)
  if (!match) return null
  const [prefix, scheme = '', authority = ''] = match
  const userInfo = authority.slice(0, authority.lastIndexOf('@') + 1)
  const hostAndPort = authority.slice(userInfo.length)
  // A colon starts a port only after the closing bracket of an IPv6 address.
  const colon = hostAndPort.indexOf(':', hostAndPort.lastIndexOf(']') + 1)
  const hostEnd = colon === -1 ? hostAndPort.length : colon
  return {
    scheme,
    userInfo,
    host: hostAndPort.slice(0, hostEnd),
    port: hostAndPort.slice(hostEnd),
    rest: url.slice(prefix.length),
  }
}

function withoutPort(url: string): string {
  const parts = split(url)
  return parts ? parts.scheme + parts.userInfo + parts.host + parts.rest : url
}

function withPort(url: string): string {
  const parts = split(url)
  if (!parts || parts.port) return url
  const port = parts.scheme.toLowerCase() === 'https://' ? ':443' : ':80'
  return parts.scheme + parts.userInfo + parts.host + port + parts.rest
}

function withEncodedQuery(url: string): string {
  const start = url.indexOf('?')
  if (start === -1 || start === url.length - 1) return url
  return `${url.slice(0, start)}?${stringify(parse(url.slice(start + 1)))}`
}
