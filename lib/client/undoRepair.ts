import { type Connection, connection } from '@/lib/contracts/connection'
import { api } from './api'

/** Takes the repairs of one kind back. */
export function undoRepair(id: string, kind: string): Promise<Connection> {
  return api(connection, `/connections/${encodeURIComponent(id)}/repairs/${encodeURIComponent(kind)}`, {
    method: 'DELETE',
  })
}
