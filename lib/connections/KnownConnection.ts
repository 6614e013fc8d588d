import type { ConnectionSettings } from '@/lib/contracts/connectionSettings'
import type { Overrides } from '@/lib/dictionary/Overrides'
import type { Adapter, Secrets } from '@/lib/providers/types'

/** A connection as the ingest needs it: opened, compiled, in memory. */
export interface KnownConnection {
  id: number
  publicId: string
  /** Adapter id, as in the callback URL. */
  adapter: string
  name: string
  /** Null when they were sealed with another key: nobody can be verified until the right key is back. */
  secrets: Secrets | null
  /** The secrets before the last rotation and until when (ms UTC) they are accepted. */
  previous: { secrets: Secrets; until: number } | null
  settings: ConnectionSettings
  paused: boolean
  /** What verifies and reads its callbacks: the provider's adapter or its own mapping. Null: a mapping not switched on. */
  reader: Adapter | null
  /** Null where nobody has said anything against the adapter's tables, which is the usual case. */
  overrides: Overrides | null
  /** Its stored receipts are being judged again: until that is done, stored states may follow the mapping before. */
  rejudging: boolean
}
