import { type ConnectionCreate, connectionCreated, type ConnectionCreated } from '@/lib/contracts/connection'
import { api } from './api'

/** Adds a connection. The answer holds generated secrets, which are never shown again. */
export function createConnection(input: ConnectionCreate): Promise<ConnectionCreated> {
  return api(connectionCreated, '/connections', { method: 'POST', body: input })
}
