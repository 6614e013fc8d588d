import { type Bar } from '@/components/charts/prepareStackedBars'
import { StateMark } from '@/components/ui/StateMark'
import { formatCount, plural } from '@/lib/format/number'

/** What one bar says, beside it. */
export function BarReading({ bar, when }: { bar: Bar; when: string }) {
  return (
    <div className="tabular-nums">
      <p className="text-ink-3">{when}</p>
      <p className="font-semibold">{bar.total === 0 ? 'Nothing sent' : plural(bar.total, 'text')}</p>
      <ul className="mt-1 grid gap-0.5">
        {bar.segments.map(({ state, count }) => (
          <li key={state} className="flex justify-between gap-6">
            <StateMark state={state} />
            {formatCount(count)}
          </li>
        ))}
      </ul>
      {bar.running && <p className="mt-1 text-xs text-ink-3">Still running: it will grow.</p>}
    </div>
  )
}
