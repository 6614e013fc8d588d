import type { CallbackRequest } from '../types'

/** A header by a name that a person has written; undefined when there is none, also for "constructor". */
export function headerOf({ headers }: CallbackRequest, name: string): string | undefined {
  const key = name.toLowerCase()
  return Object.hasOwn(headers, key) ? headers[key] : undefined
}
