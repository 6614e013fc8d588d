'use client'

import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import type { Callback } from '@/lib/contracts/callback'
import { formatCount, plural } from '@/lib/format/number'
import { formatDay, formatTime } from '@/lib/format/time'
import { CALLBACK_GRID } from './callbackGrid'
import { OutcomeMark } from './OutcomeMark'
import { outcomeWords } from './outcomeWords'
import { quarantineMeaning } from './quarantineMeaning'

interface CallbackRowProps {
  callback: Callback
  now: Date
  timeZone: string
  selected: boolean
  onSelect: (selected: boolean) => void
}

/** One callback; the whole row leads to it. Only what waits in quarantine can be selected: there is nothing else to do. */
export function CallbackRow({ callback, now, timeZone, selected, onSelect }: CallbackRowProps) {
  const { mark, label } = outcomeWords(callback)
  const open = callback.quarantine.filter((entry) => entry.resolvedAt === null)
  const at = formatTime(callback.receivedAt, timeZone)
  return (
    <div
      role="row"
      className={cn(
        CALLBACK_GRID,
        'relative border-b border-line px-4 py-2.5 last:border-0 hover:bg-sunken/60',
        selected && 'bg-accent-wash',
      )}
    >
      <div role="cell" className="max-md:order-3 max-md:col-span-2 max-md:empty:hidden">
        {open.length > 0 && (
          <label className="relative z-10 -m-2 inline-flex items-center gap-2 p-2 text-sm text-ink-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={selected}
              onChange={(event) => onSelect(event.target.checked)}
              aria-label={`Select the callback of ${at}, ${label}`}
            />
            <span className="md:hidden" aria-hidden>
              Select for replay
            </span>
          </label>
        )}
      </div>
      <div role="cell" className="leading-5 tabular-nums max-md:order-1 max-md:text-right">
        <Link
          href={`/callbacks/${callback.id}`}
          prefetch={false}
          data-row-link
          aria-label={`Callback of ${at}, ${label}`}
          className="outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {at}
        </Link>
        <Day at={callback.receivedAt} now={now} timeZone={timeZone} />
      </div>
      <div role="cell" className="max-md:-order-1">
        <OutcomeMark mark={mark}>{label}</OutcomeMark>
      </div>
      <div role="cell" className="min-w-0 max-md:order-2 max-md:col-span-2 max-md:text-sm">
        {open.length > 0 ? <Reasons entries={open} /> : <span className="text-ink-2">{brought(callback)}</span>}
      </div>
      <div role="cell" className="truncate text-ink-2 max-md:order-2 max-md:text-xs max-md:text-ink-3">
        {callback.connection?.name ?? <span className="text-ink-3">no connection</span>}
      </div>
      <div
        role="cell"
        className="truncate font-mono text-xs leading-5 text-ink-3 max-lg:hidden"
        title={callback.target}
      >
        {callback.method} {callback.target}
      </div>
    </div>
  )
}

function Day({ at, now, timeZone }: { at: string; now: Date; timeZone: string }) {
  const day = formatDay(at, now, timeZone)
  if (day === formatDay(now, now, timeZone)) return null
  return <span className="block text-[11px] leading-[14px] text-ink-3">{day}</span>
}

function Reasons({ entries }: { entries: Callback['quarantine'] }) {
  const [first] = entries
  if (!first) return null
  return (
    <span className="line-clamp-2">
      <span className="font-medium">{quarantineMeaning(first.code).label}</span>
      <span className="text-ink-2"> · {first.reason}</span>
      {entries.length > 1 && <span className="text-ink-3"> · and {plural(entries.length - 1, 'more reason')}</span>}
    </span>
  )
}

function brought({ receipts, bodyBytes, outcome }: Callback): string {
  const size = bodyBytes === 0 ? 'no body' : `${formatCount(bodyBytes)} bytes`
  return outcome === 'applied' ? `${plural(receipts, 'receipt')} · ${size}` : size
}
