'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import type { ProviderList } from '@/lib/contracts/connection'
import { fieldProblem } from './fieldProblem'
import { SecretInput } from './SecretInput'

type Provider = ProviderList['items'][number]

export interface ConnectionDraft {
  name: string
  secrets: Record<string, string>
}

interface ConnectionFormProps {
  provider: Provider
  busy: boolean
  error: Error | null
  onBack: () => void
  onSubmit: (draft: ConnectionDraft) => void
}

/** The second step: a name and the provider's secrets. What Landed makes up itself is not asked for. */
export function ConnectionForm({ provider, busy, error, onBack, onSubmit }: ConnectionFormProps) {
  const [name, setName] = useState(provider.name)
  const [secrets, setSecrets] = useState<Record<string, string>>({})
  const fields = provider.secrets.filter((field) => !field.generated)
  const seldom = fields.filter((field) => field.setting && !field.required && field.options === null)
  const usual = fields.filter((field) => !seldom.includes(field))
  const generated = provider.secrets.filter((field) => field.generated)
  const known = ['name', ...fields.map((field) => `secrets.${field.name}`)]
  const elsewhere = error && !known.some((field) => fieldProblem(error, field)) ? error : null
  const input = (field: Provider['secrets'][number]) => (
    <SecretInput
      key={field.name}
      field={field}
      required={field.required}
      value={secrets[field.name]}
      error={fieldProblem(error, `secrets.${field.name}`)}
      onChange={(value) => setSecrets((old) => ({ ...old, [field.name]: value }))}
    />
  )
  return (
    <form
      className="grid gap-4"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit({ name, secrets: Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== '')) })
      }}
    >
      <Field
        label="Name"
        help="How you will recognise it: the account, the country, the purpose."
        error={fieldProblem(error, 'name')}
      >
        {(control) => (
          <Input {...control} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {usual.map(input)}
      {seldom.length > 0 && (
        <details>
          <summary className="w-fit text-ink-2 hover:text-ink">More settings, seldom needed</summary>
          <div className="mt-3 grid gap-4">{seldom.map(input)}</div>
        </details>
      )}
      {generated.length > 0 && (
        <p className="text-sm text-ink-3">
          Landed makes up: {generated.map((field) => field.label).join(', ')}. It is shown once, in the next step.
        </p>
      )}
      <ProblemNotice error={elsewhere} />
      <div className="flex justify-between gap-2">
        <Button variant="quiet" onClick={onBack}>
          Another provider
        </Button>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? 'Adding…' : 'Add connection'}
        </Button>
      </div>
    </form>
  )
}
