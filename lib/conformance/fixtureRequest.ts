import type { CallbackRequest } from '@/lib/providers/types'
import type { Fixture } from './fixture'

/** The request of a fixture as the HTTP server would hand it to an adapter: bytes are UTF-8. */
export function fixtureRequest(fixture: Fixture): CallbackRequest {
  const headers = lowerCased(fixture.headers)
  return {
    method: fixture.method.toUpperCase(),
    // Node hands over a request line one character per byte.
    url: Buffer.from(publicUrl(fixture, headers.host), 'utf8').toString('latin1'),
    headers,
    rawBody: Buffer.from(fixture.body, 'utf8'),
  }
}

function lowerCased(headers: Fixture['headers']): Record<string, string> {
  const lower: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase()
    const joined = Array.isArray(value) ? value.join(', ') : value
    lower[key] = key in lower ? `${lower[key]}, ${joined}` : joined
  }
  return lower
}

/**
 * The URL that the provider called: as stated; an origin alone, or one without the query, gets it from the path. A
 * stated URL whose path is another one than that of the request is where it was signed for, not where it came.
 */
function publicUrl({ verify, path }: Fixture, host = 'localhost'): string {
  const stated = verify.public_url
  if (!stated) return `https://${host}${path}`
  const start = stated.indexOf('/', stated.indexOf('://') + 3)
  const origin = start === -1 ? stated : stated.slice(0, start)
  const statedPath = start === -1 ? '/' : withoutQuery(stated.slice(start))
  if (statedPath === '/' || !isSamePlace(statedPath, withoutQuery(path))) return origin + path
  const query = path.indexOf('?')
  return stated.includes('?') || query === -1 ? stated : stated + path.slice(query)
}

/** A proxy may have taken off the beginning of the path, or put one before it. */
function isSamePlace(stated: string, own: string): boolean {
  return stated.endsWith(own) || own.endsWith(stated)
}

function withoutQuery(path: string): string {
  const query = path.indexOf('?')
  return query === -1 ? path : path.slice(0, query)
}
