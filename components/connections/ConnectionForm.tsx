'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Select } from '@/components/ui/Select'
import { ProblemError } from '@/lib/client/ProblemError'
import type { ProviderList } from '@/lib/contracts/connection'

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
  const generated = provider.secrets.filter((field) => field.generated)
  const errorOf = (field: string) => fieldError(error, field)
  const known = ['name', ...fields.map((field) => `secrets.${field.name}`)]
  const elsewhere = error && !known.some((field) => errorOf(field)) ? error : null
  const set = (field: string, value: string) => setSecrets((old) => ({ ...old, [field]: value }))
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
        error={errorOf('name')}
      >
        {(control) => (
          <Input {...control} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      {fields.map((field) => (
        <Field
          key={field.name}
          label={field.required ? field.label : `${field.label} (may be left out)`}
          help={field.help}
          error={errorOf(`secrets.${field.name}`)}
        >
          {(control) =>
            field.options ? (
              <Select
                id={control.id}
                label={field.label}
                value={secrets[field.name] ?? field.options[0] ?? null}
                onChange={(value) => set(field.name, value ?? '')}
                options={field.options.map((value) => ({ value, label: value }))}
              />
            ) : (
              <Input
                {...control}
                required={field.required}
                spellCheck={false}
                autoComplete="off"
                className="font-mono"
                value={secrets[field.name] ?? ''}
                onChange={(event) => set(field.name, event.target.value)}
              />
            )
          }
        </Field>
      ))}
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

function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  return error.problem.errors?.find((each) => each.field === field)?.message
}
