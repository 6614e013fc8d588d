'use client'

import { Card } from '@/components/ui/Card'
import { Time } from '@/components/ui/Time'
import type { Callback } from '@/lib/contracts/callback'
import { quarantineMeaning } from './quarantineMeaning'

/** Why this callback is, or was, in quarantine: each reason with what to do about it. */
export function QuarantineEntries({ entries }: { entries: Callback['quarantine'] }) {
  if (entries.length === 0) return null
  const isBatch = entries.some((entry) => entry.item > 0)
  return (
    <Card title="Quarantine" flush>
      <ul>
        {entries.map((entry) => {
          const { label, advice } = quarantineMeaning(entry.code)
          return (
            <li key={entry.id} className="grid gap-0.5 border-b border-line px-4 py-2.5 last:border-0">
              <p>
                <span className="font-medium">{label}</span>
                {isBatch && <span className="text-ink-3"> · item {entry.item + 1}</span>}
                <span className="text-ink-3">
                  {' · '}
                  {entry.authentic ? 'authentic' : 'sender not proved'}
                </span>
              </p>
              <p className="text-ink-2">{entry.reason}</p>
              <p className="text-sm text-ink-3">
                {entry.resolvedAt ? (
                  <>
                    {entry.resolution ?? 'resolved'} <Time at={entry.resolvedAt} precision="full" />
                  </>
                ) : (
                  advice
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
