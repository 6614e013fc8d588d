'use client'

import { CopyField } from '@/components/ui/CopyField'
import { Notice } from '@/components/ui/Notice'
import { mappingSecrets } from '@/lib/contracts/mappingSecrets'
import { useMapping } from './MappingContext'
import { TextField } from './TextField'

/** The secrets that the proof needs. Those that are in use are rotated on the Connections screen, not changed here. */
export function SecretFields() {
  const { draft, mapping, secrets, generated, setSecret } = useMapping()
  const set = mapping.secretsSet ?? []
  return (
    <>
      {mappingSecrets(draft.proof).map(({ name, label, help, generated: isMadeUp }) => {
        const isInUse = mapping.active !== null && set.includes(name) && secrets[name] === undefined
        if (isInUse)
          return (
            <p key={name} className="text-ink-2">
              <span className="font-medium">{label}</span> is set and in use: rotate it on the Connections screen.
            </p>
          )
        const made = generated[name]
        if (made)
          return (
            <Notice key={name} className="grid gap-1">
              <span className="font-medium">{label}: made up by Landed, shown this once</span>
              <CopyField label={label} value={made} />
            </Notice>
          )
        return (
          <TextField
            key={name}
            label={label}
            field={`secrets.${name}`}
            help={`${help} ${set.includes(name) ? 'It is set; typing replaces it.' : isMadeUp ? 'Empty: Landed makes one up.' : ''}`}
            value={secrets[name] ?? ''}
            placeholder={set.includes(name) ? '••••••••' : undefined}
            onText={(value) => setSecret(name, value)}
          />
        )
      })}
    </>
  )
}
