import { connectionRotated, type ConnectionRotated, type RotateRequest } from '@/lib/contracts/changeConnection'
import { api } from './api'

/** Gives a connection new secrets. The answer holds those that were made up, which are never shown again. */
export function rotateSecrets(id: string, request: RotateRequest): Promise<ConnectionRotated> {
  return api(connectionRotated, `/connections/${encodeURIComponent(id)}/rotate`, { method: 'POST', body: request })
}
