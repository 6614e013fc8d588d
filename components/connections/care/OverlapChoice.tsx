'use client'

import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { useTimeZone } from '@/lib/client/BusinessZone'
import { LONGEST_OVERLAP_DAYS, OVERLAPS } from '@/lib/contracts/changeConnection'
import type { OverlapValue } from './overlapRequest'

const WORDS: Record<OverlapValue['choice'], string> = {
  none: 'not at all',
  '1h': 'for an hour',
  '24h': 'for 24 hours',
  '7d': 'for 7 days',
  until: 'until a moment…',
}
const CHOICES = [...OVERLAPS, 'until'] as const

/** How long the old secrets are accepted beside the new ones. */
export function OverlapChoice({
  value,
  onChange,
  error,
}: {
  value: OverlapValue
  onChange: (value: OverlapValue) => void
  error: string | undefined
}) {
  const timeZone = useTimeZone()
  return (
    <div className="grid gap-2">
      <Field
        label="Accept the old ones as well"
        help="Until then callbacks are accepted with either, by when they arrive. Leaked? Choose “not at all”."
        error={value.choice === 'until' ? undefined : error}
      >
        {({ id }) => (
          <Select
            id={id}
            label="Accept the old ones as well"
            value={value.choice}
            onChange={(next) => onChange({ ...value, choice: CHOICES.find((each) => each === next) ?? '24h' })}
            options={CHOICES.map((each) => ({ value: each, label: WORDS[each] }))}
          />
        )}
      </Field>
      {value.choice === 'until' && (
        <Field label="Until" help={`${timeZone}, at most ${LONGEST_OVERLAP_DAYS} days from now`} error={error}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={value.until}
              onChange={(event) => onChange({ ...value, until: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
