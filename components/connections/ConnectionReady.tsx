'use client'

import { CopyField } from '@/components/ui/CopyField'
import type { ConnectionCreated, ProviderList } from '@/lib/contracts/connection'
import { urlToPaste } from '@/lib/contracts/urlToPaste'
import { FirstCallback } from './FirstCallback'
import { SecretsOnce } from './SecretsOnce'

type Provider = ProviderList['items'][number]

interface ConnectionReadyProps {
  created: ConnectionCreated
  provider: Provider
  /** The secrets that the person typed: some belong into the URL. */
  given: Record<string, string>
}

/** The last step: the URL to copy, the secrets that are shown once, where both go, and whether it works. */
export function ConnectionReady({ created, provider, given }: ConnectionReadyProps) {
  const url = urlToPaste(created.callbackUrl, provider.urlSuffix, { ...given, ...created.generatedSecrets })
  return (
    <ol className="grid gap-5 pb-2">
      <li className="grid gap-1.5">
        <h3 className="font-semibold">1. Copy this URL</h3>
        <CopyField label="callback URL" value={url} />
      </li>
      <SecretsOnce
        secrets={shownSecrets(provider, given, created.generatedSecrets)}
        fields={provider.secrets}
        url={url}
      />
      <li className="grid gap-1">
        <h3 className="font-semibold">2. Give it to {provider.name}</h3>
        <p className="text-ink-2">{created.setup}</p>
      </li>
      <li className="grid gap-1.5">
        <h3 className="font-semibold">3. Send a text</h3>
        <FirstCallback connection={created.id} />
      </li>
    </ol>
  )
}

/** What was made up; where that is a password, with the user name that goes with it. */
function shownSecrets(
  { proof }: Provider,
  given: Record<string, string>,
  generated: Record<string, string>,
): Record<string, string> {
  const username = given['username']
  const isPair = proof === 'credentials' && username && Object.keys(generated).length > 0
  return isPair ? { username, ...generated } : generated
}
