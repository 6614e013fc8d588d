import type { KnownConnection } from '@/lib/connections/KnownConnection'
import type { Repair } from '@/lib/contracts/connectionSettings'
import type { Adapter, CallbackRequest, Secrets, Verdict } from '@/lib/providers/types'

/** A callback that was refused, with all that may explain it. */
export interface Case {
  /** As it reached us, its URL built from PUBLIC_URL. */
  request: CallbackRequest
  /** ms UTC. */
  receivedAt: number
  connection: Patient
  /** All other connections, for a URL or secret that was pasted in the wrong place. */
  others: readonly Patient[]
  /** The URL as it stands in the provider's console, when a person has pasted it. */
  registeredUrl?: string | undefined
  /** What the provider's site answered, by URL. */
  fetched?: ReadonlyMap<string, string> | undefined
}

export type Patient = Pick<KnownConnection, 'id' | 'publicId' | 'name' | 'adapter' | 'settings'> & {
  reader: Adapter
  secrets: Secrets
}

/** One thing to try: repairs beside those in force, or another connection's secrets, or both. */
export interface Remedy {
  repairs: readonly Repair[]
  secretsOf: Patient | null
}

/** What the doctor found. */
export interface Diagnosis {
  /** The verdict as things are. */
  verdict: Verdict
  /** The smallest remedy under which it verifies; null when nothing of what usually goes wrong explains it. */
  remedy: Remedy | null
  /** How many combinations were tried. */
  tried: number
}
