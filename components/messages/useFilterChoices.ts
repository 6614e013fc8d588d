'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import { summaryOptions } from '@/lib/client/summaryOptions'
import type { Message } from '@/lib/contracts/message'
import type { Summary } from '@/lib/contracts/metrics'

interface Choice {
  value: string
  label: string
  hint?: string
}

/** The counters that belong to a filter, and what can be chosen for its connection and carrier. */
export function useFilterChoices(filter: MessagesFilter, shown: readonly Message[]) {
  const connections = useQuery(connectionsOptions())
  const { from, to, connection, carrier, country } = filter
  const closed = from !== undefined && to !== undefined && new Date(to) > new Date(from)
  const summary = useQuery({
    ...summaryOptions({
      from: new Date(from ?? 0),
      to: new Date(to ?? 0),
      connection: connection ?? undefined,
      carrier: carrier ?? undefined,
      country: country ?? undefined,
    }),
    enabled: closed,
  })
  // Figures of another filter must not be told as those of this one.
  const figures = closed && !summary.isPlaceholderData ? summary.data : undefined
  return {
    summary: figures,
    connections: useMemo(
      () => (connections.data?.items ?? []).map((each) => ({ value: each.id, label: each.name })),
      [connections.data],
    ),
    carriers: useMemo(() => carrierChoices(figures, shown, filter.carrier), [figures, shown, filter.carrier]),
  }
}

/** Carriers of the counters, or those among the loaded rows; always with the chosen one, so that it can be seen. */
function carrierChoices(
  figures: Summary | undefined,
  shown: readonly Message[],
  chosen: string | null | undefined,
): Choice[] {
  const choices = new Map<string, string>()
  for (const carrier of figures?.carriers ?? []) choices.set(carrier.key, carrier.label)
  for (const { carrier } of shown) if (carrier && !choices.has(carrier.key)) choices.set(carrier.key, carrier.label)
  if (!choices.has('none')) choices.set('none', 'Unknown carrier')
  if (chosen && !choices.has(chosen)) choices.set(chosen, chosen)
  return [...choices].map(([value, label]) => ({ value, label }))
}
