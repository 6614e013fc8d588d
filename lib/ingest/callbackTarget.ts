export const CALLBACK_PREFIX = '/api/callbacks/'

export interface CallbackTarget {
  adapter: string
  connection: string
}

/** Reads adapter and connection id out of the path; what follows (a token, a query) is the adapter's business. */
export function parseCallbackTarget(target: string): CallbackTarget | null {
  const queryStart = target.indexOf('?')
  const path = queryStart < 0 ? target : target.slice(0, queryStart)
  const [adapter, connection] = path.slice(CALLBACK_PREFIX.length).split('/')
  return adapter && connection ? { adapter, connection } : null
}
