import { constantTimeEquals } from './constantTimeEquals'
import type { CallbackRequest, Verdict } from './types'

/** `Authorization: Basic …` with exactly this user name and password (RFC 7617, UTF-8). Neither may be empty. */
export function verifyBasic(request: CallbackRequest, username: string, password: string): Verdict {
  const given = credentialsOf(request, 'basic')
  if (given === undefined) return missing('user name and password')
  const text = Buffer.from(given, 'base64').toString('utf8')
  const expected = username === '' || password === '' ? '' : `${username}:${password}`
  return constantTimeEquals(text, expected) ? { ok: true } : wrong('user name or password')
}

/** `Authorization: Bearer …` with exactly this token, which may not be empty. */
export function verifyBearer(request: CallbackRequest, token: string): Verdict {
  const given = credentialsOf(request, 'bearer')
  if (given === undefined) return missing('bearer token')
  return constantTimeEquals(given, token) ? { ok: true } : wrong('bearer token')
}

/** What follows the scheme in the Authorization header; undefined when the scheme is another one or there is no header. */
export function credentialsOf(request: CallbackRequest, scheme: 'basic' | 'bearer'): string | undefined {
  const header = request.headers.authorization
  const space = header?.indexOf(' ') ?? -1
  if (!header || space === -1 || header.slice(0, space).toLowerCase() !== scheme) return undefined
  return header.slice(space + 1).trim()
}

function missing(what: string): Verdict {
  const reason = `The request came without the ${what} (header Authorization).`
  return { ok: false, code: 'credentials_missing', reason }
}

function wrong(what: string): Verdict {
  return {
    ok: false,
    code: 'credentials_wrong',
    reason: `The ${what} of the request is not the one of this connection.`,
  }
}
