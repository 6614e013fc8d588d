import type { z } from 'zod'
import { sampleStarted } from '@/lib/contracts/connection'
import { api } from './api'

/** Sends sample texts through the real callback door; answers when the sending has begun. */
export function startSample(count: number): Promise<z.output<typeof sampleStarted>> {
  return api(sampleStarted, '/sample', { method: 'POST', body: { count } })
}
