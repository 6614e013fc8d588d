'use client'

import { CopyField } from '@/components/ui/CopyField'
import type { ProviderList } from '@/lib/contracts/connection'

interface SecretsOnceProps {
  /** By name; an empty record shows nothing. */
  secrets: Readonly<Record<string, string>>
  fields: ProviderList['items'][number]['secrets']
  /** The URL that is shown beside them, which may hold some of them. */
  url: string
}

/** Secrets that Landed made up, to be copied now: a step of a list, shown this once. */
export function SecretsOnce({ secrets, fields, url }: SecretsOnceProps) {
  const shown = Object.entries(secrets)
  if (shown.length === 0) return null
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  return (
    <li className="grid gap-1.5">
      <h3 className="font-semibold">Keep {shown.length === 1 ? 'this secret' : 'these secrets'}: shown this once</h3>
      {shown.map(([name, value]) => (
        <div key={name} className="grid gap-1">
          <span className="text-sm text-ink-2">
            {label(name)}
            {url.includes(encodeURIComponent(value)) && ' (already part of the URL)'}
          </span>
          <CopyField label={label(name)} value={value} />
        </div>
      ))}
    </li>
  )
}
