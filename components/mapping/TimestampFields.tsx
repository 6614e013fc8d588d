'use client'

import type { HmacProof } from '@/lib/contracts/mappingProof'
import { Choice } from './Choice'
import { useMapping } from './MappingContext'
import { TextField } from './TextField'

type Timestamp = HmacProof['timestamp']
const FROM = [
  { value: 'none', label: 'none' },
  { value: 'header', label: 'in a header' },
  { value: 'element', label: 'in the signature header' },
  { value: 'query', label: 'in the query' },
] as const
const UNITS = [
  { value: 's', label: 'Unix seconds' },
  { value: 'ms', label: 'Unix milliseconds' },
  { value: 'iso', label: 'ISO 8601' },
] as const

/** The moment of signing: what keeps a recorded callback from being sent again. */
export function TimestampFields({
  timestamp,
  onTimestamp,
}: {
  timestamp: Timestamp
  onTimestamp: (timestamp: Timestamp) => void
}) {
  const { problemOf } = useMapping()
  const fresh = { name: '', unit: 's' as const, toleranceSeconds: 300 }
  return (
    <div className="grid gap-4">
      <Choice
        label="Time of signing"
        field="proof.timestamp.from"
        value={timestamp?.from ?? 'none'}
        options={FROM}
        onChoose={(from) => onTimestamp(from === 'none' ? null : { ...fresh, ...timestamp, from })}
      />
      {timestamp && (
        <div className="grid items-start gap-4 sm:grid-cols-3">
          <TextField
            label="Its name"
            field="proof.timestamp.name"
            placeholder={timestamp.from === 'element' ? 't' : 'X-Timestamp'}
            value={timestamp.name}
            onText={(name) => onTimestamp({ ...timestamp, name })}
          />
          <Choice
            label="Unit"
            field="proof.timestamp.unit"
            value={timestamp.unit}
            options={UNITS}
            onChoose={(unit) => onTimestamp({ ...timestamp, unit })}
          />
          <TextField
            label="May be off by, seconds"
            field="proof.timestamp.toleranceSeconds"
            inputMode="numeric"
            value={String(timestamp.toleranceSeconds)}
            onText={(text) => onTimestamp({ ...timestamp, toleranceSeconds: secondsOf(text) })}
          />
        </div>
      )}
      {!timestamp && problemOf('proof.timestamp') && (
        <p className="text-sm text-failed">{problemOf('proof.timestamp')}</p>
      )}
    </div>
  )
}

function secondsOf(text: string): number {
  return Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 86_400)
}
