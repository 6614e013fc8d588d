import { constantTimeEquals } from './constantTimeEquals'
import { firstValue } from './formDecoder'
import { queryForm } from './requestForm'
import type { CallbackRequest, Verdict } from './types'

/** The token of a URL must be the connection's: as last segment of the path, or as query parameter (usually `token`). */
export function verifyToken(request: CallbackRequest, token: string, parameter = 'token'): Verdict {
  const inQuery = firstValue(queryForm(request), parameter)
  // Both are always compared, so that the time says nothing about where a token was.
  const queryFits = constantTimeEquals(inQuery ?? '', token)
  const pathFits = constantTimeEquals(lastSegment(request.url), token)
  if (queryFits || pathFits) return { ok: true }
  return {
    ok: false,
    code: 'token_wrong',
    reason: 'The token in the URL is missing or is not the token of this connection. Copy the callback URL again.',
  }
}

function lastSegment(url: string): string {
  const end = url.indexOf('?')
  const path = end === -1 ? url : url.slice(0, end)
  const segment = path.slice(path.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
