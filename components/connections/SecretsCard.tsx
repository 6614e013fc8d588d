'use client'

import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { Time } from '@/components/ui/Time'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import type { CareDialog } from './care/CareDialogs'

interface SecretsCardProps {
  connection: Connection
  fields: ProviderList['items'][number]['secrets']
  onCare: (kind: CareDialog['kind']) => void
}

/** Which secrets are set and since when; never their values. */
export function SecretsCard({ connection, fields, onCare }: SecretsCardProps) {
  const { secrets } = connection
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  return (
    <Card
      title="Secrets"
      note="values are never shown"
      action={
        <span className="flex gap-1.5">
          {fields.some((field) => field.setting) && (
            <Button size="small" onClick={() => onCare('correct')}>
              Correct settings…
            </Button>
          )}
          <Button size="small" onClick={() => onCare('rotate')}>
            Rotate…
          </Button>
        </span>
      }
    >
      {secrets === null ? (
        <Notice>
          They were sealed with another key and cannot be opened. Start Landed with the old key, or rotate to new
          secrets.
        </Notice>
      ) : secrets.length === 0 ? (
        <p className="text-ink-3">None is set: nobody can prove a callback.</p>
      ) : (
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1.5">
          {secrets.map(({ name, setAt }) => (
            <div key={name} className="contents">
              <dt className="min-w-0">{label(name)}</dt>
              <dd className="text-ink-3">
                set <Time at={setAt} precision="date" />, <Time at={setAt} precision="minute" />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}
