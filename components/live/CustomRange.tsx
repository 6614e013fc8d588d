'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { useTimeZone } from '@/lib/client/BusinessZone'
import { fromLocalInput, toLocalInput } from '@/lib/format/localInput'
import type { TimeRange } from '@/lib/metrics/timeRange'

/** From and to by hand, in the business time zone, in quarter hours. */
export function CustomRange({ range, onRange }: { range: TimeRange; onRange: (from: Date, to: Date) => void }) {
  const timeZone = useTimeZone()
  const [from, setFrom] = useState(() => toLocalInput(range.from, timeZone))
  const [to, setTo] = useState(() => toLocalInput(range.to, timeZone))
  const start = fromLocalInput(from, timeZone)
  const end = fromLocalInput(to, timeZone)
  const error = start && end && end <= start ? 'The end must be later than the beginning.' : undefined
  return (
    <form
      className="mt-1 grid gap-2 border-t border-line p-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (start && end && !error) onRange(start, end)
      }}
    >
      <Field label="From">
        {(control) => (
          <Input {...control} type="datetime-local" step={900} value={from} onChange={(e) => setFrom(e.target.value)} />
        )}
      </Field>
      <Field label="To" error={error}>
        {(control) => (
          <Input {...control} type="datetime-local" step={900} value={to} onChange={(e) => setTo(e.target.value)} />
        )}
      </Field>
      <div className="flex items-center justify-between gap-2 text-xs text-ink-3">
        {timeZone}
        <Button type="submit" variant="primary" size="small" disabled={!start || !end || Boolean(error)}>
          Show
        </Button>
      </div>
    </form>
  )
}
