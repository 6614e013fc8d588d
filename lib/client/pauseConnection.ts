import { type Connection, connection } from '@/lib/contracts/connection'
import { api } from './api'

/** Pauses a connection, or resumes it: then what was kept is applied in the background. */
export function pauseConnection(id: string, verb: 'pause' | 'resume'): Promise<Connection> {
  return api(connection, `/connections/${encodeURIComponent(id)}/${verb}`, { method: 'POST' })
}
