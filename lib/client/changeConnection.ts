import type { ConnectionPatch } from '@/lib/contracts/changeConnection'
import { type Connection, connection } from '@/lib/contracts/connection'
import { api } from './api'

/** Renames a connection or corrects its settings. */
export function changeConnection(id: string, patch: ConnectionPatch): Promise<Connection> {
  return api(connection, `/connections/${encodeURIComponent(id)}`, { method: 'PATCH', body: patch })
}
