import type { Connection } from '@/lib/contracts/connection'
import type { ConnectionState } from './connectionState'

/** What narrows the list of connections; null: no restriction. */
export interface ConnectionsFilter {
  q: string | null
  provider: string | null
  state: ConnectionState | null
}

/** The connections that match: every word of `q` in name, provider or id. */
export function filterConnections(
  connections: readonly Connection[],
  { q, provider, state }: ConnectionsFilter,
  stateOf: (connection: Connection) => ConnectionState,
): Connection[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return connections.filter((connection) => {
    const text = `${connection.name} ${connection.adapter} ${connection.id}`.toLowerCase()
    return (
      words.every((word) => text.includes(word)) &&
      (provider === null || connection.adapter === provider) &&
      (state === null || stateOf(connection) === state)
    )
  })
}
