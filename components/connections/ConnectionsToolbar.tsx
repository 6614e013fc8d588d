'use client'

import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import { CONNECTION_STATES, type ConnectionState } from './connectionState'
import { STATE_NAMES } from './connectionStateWords'
import type { ConnectionsFilter } from './filterConnections'

interface ConnectionsToolbarProps {
  filter: ConnectionsFilter
  onChange: (patch: Partial<ConnectionsFilter>) => void
  connections: readonly Connection[]
  providers: ProviderList['items']
  stateOf: (connection: Connection) => ConnectionState
}

/** Narrows the list of connections by words, provider and state; offers only what there is. */
export function ConnectionsToolbar({ filter, onChange, connections, providers, stateOf }: ConnectionsToolbarProps) {
  const count = (of: (connection: Connection) => boolean) => connections.filter(of).length
  const adapters = [...new Set(connections.map(({ adapter }) => adapter))]
  const states = CONNECTION_STATES.filter((state) => connections.some((connection) => stateOf(connection) === state))
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label="Search connections"
        placeholder="Search connections…"
        autoComplete="off"
        className="max-w-64"
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || null })}
      />
      <Select
        label="Provider"
        all="All providers"
        value={filter.provider}
        onChange={(provider) => onChange({ provider })}
        options={adapters.map((adapter) => ({
          value: adapter,
          label: providers.find(({ id }) => id === adapter)?.name ?? adapter,
          hint: count((connection) => connection.adapter === adapter),
        }))}
      />
      <Select
        label="State"
        all="All states"
        value={filter.state}
        onChange={(value) => onChange({ state: CONNECTION_STATES.find((each) => each === value) ?? null })}
        options={states.map((state) => ({
          value: state,
          label: STATE_NAMES[state],
          hint: count((connection) => stateOf(connection) === state),
        }))}
      />
    </div>
  )
}
