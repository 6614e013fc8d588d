'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { useTimeZone } from '@/lib/client/BusinessZone'
import type { RotateRequest } from '@/lib/contracts/changeConnection'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import { fieldProblem } from '../fieldProblem'
import { NewSecretField } from './NewSecretField'
import { OverlapChoice } from './OverlapChoice'
import { type OverlapValue, overlapRequest } from './overlapRequest'

interface RotateFormProps {
  connection: Connection
  provider: ProviderList['items'][number]
  busy: boolean
  error: Error | null
  onSubmit: (request: RotateRequest) => void
  onClose: () => void
}

/** Which secrets get new values, and how long the old ones are accepted beside them. */
export function RotateForm({ connection, provider, busy, error, onSubmit, onClose }: RotateFormProps) {
  const timeZone = useTimeZone()
  const fields = provider.secrets.filter((field) => !field.setting)
  const isSet = (name: string) => connection.secrets?.some((secret) => secret.name === name) ?? false
  const [values, setValues] = useState<Record<string, string>>({})
  const [made, setMade] = useState<ReadonlySet<string>>(() => onlyGenerated(fields))
  const [overlap, setOverlap] = useState<OverlapValue>({ choice: '24h', until: '' })
  const secrets = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== '' && !made.has(name)))
  const timing = overlapRequest(overlap, timeZone)
  const ready = timing !== null && (made.size > 0 || Object.keys(secrets).length > 0)
  const toggle = (name: string, on: boolean) =>
    setMade((old) => new Set(on ? [...old, name] : [...old].filter((each) => each !== name)))
  const atField = fields.some((field) => fieldProblem(error, `secrets.${field.name}`))
  return (
    <form
      className="grid gap-4"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (timing && ready) onSubmit({ secrets, generate: [...made], ...timing })
      }}
    >
      {connection.rotation && (
        <Notice>The secrets before the last rotation are still accepted. A new rotation ends that at once.</Notice>
      )}
      {fields.map((field) => (
        <NewSecretField
          key={field.name}
          field={field}
          isSet={isSet(field.name)}
          made={made.has(field.name)}
          value={values[field.name] ?? ''}
          error={fieldProblem(error, `secrets.${field.name}`)}
          onMade={(on) => toggle(field.name, on)}
          onValue={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
        />
      ))}
      <OverlapChoice value={overlap} onChange={setOverlap} error={fieldProblem(error, 'until')} />
      <ProblemNotice error={error && !atField ? error : null} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={!ready} busy={busy}>
          {busy ? 'Rotating…' : 'Rotate'}
        </Button>
      </div>
    </form>
  )
}

/** Where there is one secret and Landed makes it up, nothing needs to be chosen. */
function onlyGenerated(fields: ProviderList['items'][number]['secrets']): ReadonlySet<string> {
  const [only] = fields
  return new Set(only?.generated && fields.length === 1 ? [only.name] : [])
}
