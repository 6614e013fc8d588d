'use client'

import { useId } from 'react'
import type { TimeFormat } from '@/lib/contracts/mapping'
import { Choice } from './Choice'
import { useMapping } from './MappingContext'
import { TextField } from './TextField'
import { useZones } from './useZones'

const FORMATS = [
  { value: 'iso', label: 'ISO 8601 (2026-03-02T10:15:04Z)' },
  { value: 'unix_s', label: 'Unix seconds (1772446504)' },
  { value: 'unix_ms', label: 'Unix milliseconds (1772446504000)' },
  { value: 'pattern', label: 'another pattern' },
] as const

/** How the provider writes times, and in which zone. */
export function TimeStep() {
  const { draft, change, preview } = useMapping()
  const { time } = draft
  const zones = useId()
  const known = useZones()
  const set = (next: TimeFormat) => change((before) => ({ ...before, time: next }))
  const read = preview?.callbacks.flatMap(({ receipts }) => receipts).find(({ occurredAt }) => occurredAt !== null)
  return (
    <div className="grid gap-4">
      <Choice
        label="Times are written as"
        field="time"
        value={time.format}
        options={FORMATS}
        onChoose={(format) => set(formatted(format, time))}
      />
      {time.format === 'pattern' && (
        <TextField
          label="Pattern"
          field="time.pattern"
          help="yyyy MM dd HH mm ss; also d MMM yyyy, hh:mm a, SSS, XXX for an offset, 'quoted text'."
          value={time.pattern}
          onText={(pattern) => set({ ...time, pattern: pattern.slice(0, 60) })}
        />
      )}
      {'zone' in time && (
        <>
          <TextField
            label="Time zone of times without an offset"
            field="time.zone"
            help="Such as Europe/London or UTC. Empty: nobody knows the zone, so such times are left out rather than guessed."
            list={zones}
            value={time.zone ?? ''}
            onText={(zone) => set({ ...time, zone: zone === '' ? null : zone.slice(0, 60) })}
          />
          <datalist id={zones}>
            {known.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
      <p className="text-sm text-ink-3" role="status">
        {!draft.fields.time && 'No field is the time yet: choose it under “Where things are”. It may be left out.'}
        {draft.fields.time && (read ? `The sample says ${inUtc(read.occurredAt)} UTC.` : 'No sample gives a time yet.')}
      </p>
    </div>
  )
}

function inUtc(at: string | null): string {
  return (at ?? '').replace('T', ' ').replace(/\.\d+Z$/, '')
}

function formatted(format: TimeFormat['format'], before: TimeFormat): TimeFormat {
  const zone = 'zone' in before ? before.zone : null
  if (format === 'pattern') return { format, pattern: 'yyyy-MM-dd HH:mm:ss', zone }
  return format === 'iso' ? { format, zone } : { format }
}
