import type { Connection } from '@/lib/contracts/connection'
import type { ConnectionState } from './connectionState'

/** What narrows the list of connections; null: no restriction. */
export interface ConnectionsFilter {
  q: string | null
  provider: string | null
  state: ConnectionState | null
}

/** Shorter, a word says nothing about an id: they are random. */
const ID_FROM = 4

/** The connections that match: every word of `q` in name or provider, or the beginning of the id. */
export function filterConnections(
  connections: readonly Connection[],
  { q, provider, state }: ConnectionsFilter,
  stateOf: (connection: Connection) => ConnectionState,
): Connection[] {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return connections.filter((connection) => {
    const text = `${connection.name} ${connection.adapter}`.toLowerCase()
    const isFound = (word: string) => text.includes(word) || (word.length >= ID_FROM && connection.id.startsWith(word))
    return (
      words.every(isFound) &&
      (provider === null || connection.adapter === provider) &&
      (state === null || stateOf(connection) === state)
    )
  })
}
