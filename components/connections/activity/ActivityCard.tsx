'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CsvButton } from '@/components/charts/CsvButton'
import { toCsv } from '@/components/charts/toCsv'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Segments } from '@/components/ui/Segments'
import { Skeleton } from '@/components/ui/Skeleton'
import { connectionActivityOptions } from '@/lib/client/connectionActivityOptions'
import type { ActivityRange, ActivitySeries } from '@/lib/contracts/activity'
import { ActivityFigures } from './ActivityFigures'
import { ActivityTable } from './ActivityTable'
import { CallbackBars } from './CallbackBars'
import { DelayLines } from './DelayLines'

const RANGES = [
  { value: 'hour', label: 'Hour' },
  { value: 'day', label: 'Day' },
  { value: 'week', label: '7 days' },
] as const
const GRAIN: Record<ActivityRange, string> = { hour: 'by the minute', day: 'by 15 minutes', week: 'by the hour' }

interface ActivityCardProps {
  connection: string
  range: ActivityRange
  onRange: (range: ActivityRange) => void
}

/** What a connection did over a range: figures, charts, the same as a table and as CSV. */
export function ActivityCard({ connection, range, onRange }: ActivityCardProps) {
  const [asTable, setAsTable] = useState(false)
  const { data, error, refetch, isPlaceholderData } = useQuery(connectionActivityOptions(connection, range))
  return (
    <Card
      title="Callbacks"
      note={GRAIN[range]}
      action={
        <span className="flex items-center gap-1">
          <Button variant="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
          </Button>
          {data && <CsvButton fileName="callbacks-over-time.csv" csv={() => csvOf(data)} label="callbacks over time" />}
          <Segments<ActivityRange> label="Range" value={range} onChange={onRange} options={RANGES} />
        </span>
      }
    >
      <ProblemNotice error={error} onRetry={() => void refetch()} className="mb-3" />
      {!data && !error && <Skeleton className="h-72 w-full" />}
      {data && (
        <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-50' : undefined}>
          <ActivityFigures series={data} connection={connection} />
          {asTable ? (
            <ActivityTable series={data} />
          ) : (
            <>
              <CallbackBars series={data} />
              <h3 className="mt-3 text-sm font-semibold">Time from event to arrival</h3>
              <DelayLines series={data} />
            </>
          )}
        </div>
      )}
    </Card>
  )
}

function csvOf({ points }: ActivitySeries): string {
  return toCsv(
    ['from', 'to', 'callbacks', 'receipts', 'duplicates', 'refused', 'quarantined', 'p50_ms', 'p95_ms', 'clock_ahead'],
    points.map((p) => [
      p.at,
      p.until,
      p.callbacks,
      p.receipts,
      p.duplicates,
      p.refused,
      p.quarantined,
      p.delays.p50,
      p.delays.p95,
      p.delays.clockAhead,
    ]),
  )
}
