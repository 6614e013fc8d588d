'use client'

import { Button } from '@/components/ui/Button'
import { CopyField } from '@/components/ui/CopyField'
import { Notice } from '@/components/ui/Notice'
import { mappingSecrets } from '@/lib/contracts/mappingSecrets'
import { makeToken } from './makeToken'
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
        const isSet = set.includes(name)
        return (
          <div key={name} className="grid justify-items-start gap-1.5 [&>:first-child]:justify-self-stretch">
            <TextField
              label={label}
              field={`secrets.${name}`}
              help={`${help} ${isSet ? 'It is set; typing replaces it.' : isMadeUp ? 'Empty: Landed makes one up.' : ''}`}
              value={secrets[name] ?? ''}
              placeholder={isSet ? '••••••••' : undefined}
              onText={(value) => setSecret(name, value)}
            />
            {isMadeUp && (
              <Button size="small" onClick={() => setSecret(name, makeToken())}>
                Make up a new one
              </Button>
            )}
          </div>
        )
      })}
    </>
  )
}
