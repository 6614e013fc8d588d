'use client'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import type { ProviderList } from '@/lib/contracts/connection'

interface NewSecretFieldProps {
  field: ProviderList['items'][number]['secrets'][number]
  /** True when the connection has a value for it now. */
  isSet: boolean
  /** True when Landed makes up the new value. */
  made: boolean
  value: string
  error: string | undefined
  onMade: (made: boolean) => void
  onValue: (value: string) => void
}

/** The new value of one secret: typed, made up, or left as it is. */
export function NewSecretField({ field, isSet, made, value, error, onMade, onValue }: NewSecretFieldProps) {
  const keep = isSet ? 'Empty: it stays as it is.' : 'Not set now. Empty: it stays so.'
  return (
    <div className="grid gap-1.5">
      {field.generated && (
        <label className="flex min-h-6 items-center gap-2 font-medium">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={made}
            onChange={(event) => onMade(event.target.checked)}
          />
          Make up a new {inSentence(field.label)}
        </label>
      )}
      {!made && (
        <Field label={`New ${inSentence(field.label)}`} help={`${field.help} ${keep}`} error={error}>
          {(control) => (
            <Input
              {...control}
              spellCheck={false}
              autoComplete="off"
              className="font-mono"
              value={value}
              onChange={(event) => onValue(event.target.value)}
            />
          )}
        </Field>
      )}
    </div>
  )
}

/** "Auth token" → "auth token", but "URL token" stays. */
function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
