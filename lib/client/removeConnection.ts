import type { z } from 'zod'
import { connectionRemoved } from '@/lib/contracts/connection'
import { api } from './api'

/** Removes a connection with its messages and receipts; says how many of them there were. */
export function removeConnection(id: string): Promise<z.output<typeof connectionRemoved>> {
  return api(connectionRemoved, `/connections/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
