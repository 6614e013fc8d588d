import { type Connection, connection } from '@/lib/contracts/connection'
import { api } from './api'

/** Stops accepting the secrets before the last rotation. */
export function endOverlap(id: string): Promise<Connection> {
  return api(connection, `/connections/${encodeURIComponent(id)}/overlap`, { method: 'DELETE' })
}
