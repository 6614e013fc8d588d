import type { Connection as ConnectionContract } from '@/lib/contracts/connection'
import { connectionSettings } from '@/lib/contracts/connectionSettings'
import { readEnv } from '@/lib/env'
import { CUSTOM } from '@/lib/providers/mapped'
import { findAdapter } from '@/lib/providers/registry'
import { callbackUrl } from './callbackUrl'
import { customOwner } from './customOwner'
import { openSecrets } from './sealSecrets'
import { describeField } from './secretFields'
import { secretKey } from './secretKey'

export interface StoredConnection {
  publicId: string
  adapter: string
  name: string
  sample: boolean
  createdAt: Date
  pausedAt: Date | null
  secrets: Uint8Array
  previousUntil: Date | null
  previousUsedAt: Date | null
  settings: unknown
  mapping: unknown
  mappingDraft: unknown
}

/** A stored connection as the API shows it: never with its secrets. */
export function describeConnection(stored: StoredConnection, lastSeenAt: Date | null): ConnectionContract {
  const adapter =
    stored.adapter === CUSTOM
      ? customOwner(stored.name, stored.mapping, stored.mappingDraft)
      : findAdapter(stored.adapter)
  const settings = connectionSettings.parse(stored.settings)
  const createdAt = stored.createdAt.toISOString()
  return {
    id: stored.publicId,
    adapter: stored.adapter,
    name: stored.name,
    sample: stored.sample,
    callbackUrl: callbackUrl(readEnv().publicUrl, stored.adapter, stored.publicId),
    setup: adapter?.setup ?? '',
    createdAt,
    pausedAt: stored.pausedAt?.toISOString() ?? null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    urlSuffix: adapter?.urlSuffix ?? null,
    secrets:
      namesOf(stored.secrets)?.map((name) => ({ name, setAt: settings.secretsSetAt?.[name] ?? createdAt })) ?? null,
    secretFields: stored.adapter === CUSTOM ? (adapter?.secrets.map(describeField) ?? null) : null,
    rotation: rotationOf(stored),
    repairs: settings.repairs,
  }
}

function rotationOf({ previousUntil, previousUsedAt }: StoredConnection): ConnectionContract['rotation'] {
  if (!previousUntil || previousUntil.getTime() <= Date.now()) return null
  return { until: previousUntil.toISOString(), usedAt: previousUsedAt?.toISOString() ?? null }
}

/** Null when they were sealed with another key: the log of the start tells so. */
function namesOf(sealed: Uint8Array): string[] | null {
  try {
    return Object.keys(openSecrets(sealed, secretKey()))
  } catch {
    return null
  }
}
