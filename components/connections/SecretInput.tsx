'use client'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import type { ProviderList } from '@/lib/contracts/connection'

interface SecretInputProps {
  field: ProviderList['items'][number]['secrets'][number]
  required: boolean
  value: string | undefined
  error: string | undefined
  onChange: (value: string) => void
}

/** One secret or setting of a provider, with where to find it. */
export function SecretInput({ field, required, value, error, onChange }: SecretInputProps) {
  const { options } = field
  return (
    <Field label={required ? field.label : `${field.label} (may be left out)`} help={field.help} error={error}>
      {(control) =>
        options ? (
          <Select
            id={control.id}
            label={field.label}
            value={value ?? null}
            placeholder={`${options[0]} unless chosen`}
            onChange={(next) => onChange(next ?? '')}
            options={options.map((each) => ({ value: each, label: each }))}
          />
        ) : (
          <Input
            {...control}
            required={required}
            spellCheck={false}
            autoComplete="off"
            className="font-mono"
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}
