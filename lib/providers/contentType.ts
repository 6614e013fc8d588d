import type { CallbackRequest } from './types'

/** What a body claims to be. A body without a content type is `none`. */
export type BodyKind = 'form' | 'json' | 'none' | 'other'

/** The kind of body by its Content-Type header; parameters such as charset do not matter. */
export function bodyKind(request: CallbackRequest): BodyKind {
  const header = request.headers['content-type']
  if (!header) return 'none'
  const end = header.indexOf(';')
  const type = (end === -1 ? header : header.slice(0, end)).trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return 'form'
  return type === 'application/json' || (type.startsWith('application/') && type.endsWith('+json')) ? 'json' : 'other'
}
