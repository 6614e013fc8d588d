'use client'

import { CopyField } from '@/components/ui/CopyField'
import type { ConnectionCreated, ProviderList } from '@/lib/contracts/connection'
import { urlToPaste } from '@/lib/contracts/urlToPaste'
import { FirstCallback } from './FirstCallback'

interface ConnectionReadyProps {
  created: ConnectionCreated
  provider: ProviderList['items'][number]
  /** The secrets that the person typed: some belong into the URL. */
  given: Record<string, string>
}

/** The last step: the URL to copy, the secrets that are shown once, where both go, and whether it works. */
export function ConnectionReady({ created, provider, given }: ConnectionReadyProps) {
  const secrets = { ...given, ...created.generatedSecrets }
  const url = urlToPaste(created.callbackUrl, provider.urlSuffix, secrets)
  const generated = Object.entries(created.generatedSecrets)
  const label = (name: string) => provider.secrets.find((field) => field.name === name)?.label ?? name
  return (
    <ol className="grid gap-5 pb-2">
      <li className="grid gap-1.5">
        <h3 className="font-semibold">1. Copy this URL</h3>
        <CopyField label="callback URL" value={url} />
      </li>
      {generated.length > 0 && (
        <li className="grid gap-1.5">
          <h3 className="font-semibold">
            Keep {generated.length === 1 ? 'this secret' : 'these secrets'}: shown this once
          </h3>
          {generated.map(([name, value]) => (
            <div key={name} className="grid gap-1">
              <span className="text-sm text-ink-2">
                {label(name)}
                {url.includes(encodeURIComponent(value)) && ' (already part of the URL)'}
              </span>
              <CopyField label={label(name)} value={value} />
            </div>
          ))}
        </li>
      )}
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
