import type { Connection as ConnectionContract } from '@/lib/contracts/connection'
import { readEnv } from '@/lib/env'
import { findAdapter } from '@/lib/providers/registry'
import { callbackUrl } from './callbackUrl'

export interface StoredConnection {
  publicId: string
  adapter: string
  name: string
  sample: boolean
  createdAt: Date
  pausedAt: Date | null
}

/** A stored connection as the API shows it: never with its secrets. */
export function describeConnection(stored: StoredConnection, lastSeenAt: Date | null): ConnectionContract {
  return {
    id: stored.publicId,
    adapter: stored.adapter,
    name: stored.name,
    sample: stored.sample,
    callbackUrl: callbackUrl(readEnv().publicUrl, stored.adapter, stored.publicId),
    setup: findAdapter(stored.adapter)?.setup ?? '',
    createdAt: stored.createdAt.toISOString(),
    pausedAt: stored.pausedAt?.toISOString() ?? null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
  }
}
