'use client'

import { useMemo, useState } from 'react'
import { CsvButton } from '@/components/charts/CsvButton'
import { type Bar, prepareStackedBars } from '@/components/charts/prepareStackedBars'
import { StackedBars } from '@/components/charts/StackedBars'
import { toCsv } from '@/components/charts/toCsv'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Explain } from '@/components/ui/Explain'
import { useTimeZone } from '@/lib/client/BusinessZone'
import type { Series } from '@/lib/contracts/metrics'
import { BarReading } from './BarReading'
import { bucketWords, describeBar } from './bucketWords'
import { COHORT_MEANING } from './meanings'
import { SeriesTable } from './SeriesTable'

const GRAIN_WORDS = { quarter: 'by 15 minutes', hour: 'by the hour', day: 'by the day' } as const

interface TimeChartProps {
  series: Series
  /** The list of exactly the texts between two instants. */
  href: (from: string, to: string) => string
  onZoom: (from: Date, to: Date) => void
}

/** Texts by the time they were sent: as bars, as a table, as CSV: the same numbers. */
export function TimeChart({ series, href, onZoom }: TimeChartProps) {
  const timeZone = useTimeZone()
  const [asTable, setAsTable] = useState(false)
  const model = useMemo(() => prepareStackedBars(series.points, series.asOf, timeZone), [series, timeZone])
  const csv = () =>
    toCsv(
      ['from', 'to', 'delivered', 'failed', 'unconfirmed', 'pending'],
      series.points.map((p) => [p.at, p.until, p.delivered, p.failed, p.unconfirmed, p.pending]),
    )
  const barHref = (bar: Bar) => href(bar.point.at, bar.point.until)
  return (
    <Card
      title={
        <Explain text={COHORT_MEANING} className="no-underline hover:underline">
          Texts by time sent
        </Explain>
      }
      note={GRAIN_WORDS[series.grain]}
      action={
        <span className="flex items-center gap-1">
          <span className="mr-2 hidden lg:inline">drag to zoom · click a bar for its texts</span>
          <Button
            variant="quiet"
            size="small"
            className="-my-1"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? 'Chart' : 'Table'}
          </Button>
          <CsvButton fileName="texts-by-time-sent.csv" csv={csv} label="texts by time sent" />
        </span>
      }
    >
      {asTable ? (
        <SeriesTable series={series} href={href} />
      ) : (
        <StackedBars
          model={model}
          label="Texts by time sent, by state. Arrow keys move between bars, Enter opens their texts."
          href={barHref}
          describe={(bar) => describeBar(bar, series.grain, timeZone)}
          reading={(bar) => <BarReading bar={bar} when={bucketWords(bar.point, series.grain, timeZone)} />}
          onZoom={(first, last) => onZoom(new Date(first.point.at), new Date(last.point.until))}
        />
      )}
    </Card>
  )
}
