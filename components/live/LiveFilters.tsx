'use client'

import { Select } from '@/components/ui/Select'
import type { Connection } from '@/lib/contracts/connection'
import type { SummaryGroup } from '@/lib/contracts/metrics'

interface LiveFiltersProps {
  connections: readonly Connection[]
  carriers: readonly SummaryGroup[]
  connection: string | null
  carrier: string | null
  onConnection: (id: string | null) => void
  onCarrier: (key: string | null) => void
}

/** Narrows the overview to one connection, one carrier. What the address bar names stays choosable though it has no texts. */
export function LiveFilters({ connections, carriers, connection, carrier, onConnection, onCarrier }: LiveFiltersProps) {
  const connectionOptions = connections.map(({ id, name }) => ({ value: id, label: name }))
  const carrierOptions = carriers.map(({ key, label }) => ({ value: key, label }))
  return (
    <>
      <Select
        label="Connection"
        all="All connections"
        value={connection}
        onChange={onConnection}
        options={withChosen(connectionOptions, connection)}
      />
      <Select
        label="Carrier"
        all="All carriers"
        value={carrier}
        onChange={onCarrier}
        options={withChosen(carrierOptions, carrier)}
      />
    </>
  )
}

function withChosen(options: { value: string; label: string }[], chosen: string | null) {
  if (!chosen || options.some((option) => option.value === chosen)) return options
  return [...options, { value: chosen, label: chosen === 'none' ? 'Unknown carrier' : chosen }]
}
