'use client'

import Link from 'next/link'
import { Sparkline } from '@/components/charts/Sparkline'
import { cn } from '@/components/ui/cn'
import { Explain } from '@/components/ui/Explain'
import { Pill } from '@/components/ui/Pill'
import { type ConnectionActivity, HOUR_MINUTES } from '@/lib/contracts/activity'
import type { Connection } from '@/lib/contracts/connection'
import { formatAgo } from '@/lib/format/duration'
import { formatCount, plural } from '@/lib/format/number'
import { delayFigures, delayMeaning, duplicateShare, rateWords } from './activityWords'
import type { CareDialog } from './care/CareDialogs'
import { ConnectionMenu } from './care/ConnectionMenu'
import { CONNECTION_GRID } from './connectionGrid'
import { ConnectionMark } from './ConnectionMark'
import { connectionState, type ConnectionState } from './connectionState'
import { BAD_STATES, connectionStateWords, silenceMeaning } from './connectionStateWords'

interface ConnectionRowProps {
  connection: Connection
  provider: string
  activity: ConnectionActivity | undefined
  now: Date
  onCare: (dialog: CareDialog) => void
}

const WHEN = 'of the last hour'

/** One connection: who and how it is, and what it did in the last hour. The name leads to its page. */
export function ConnectionRow({ connection, provider, activity, now, onCare }: ConnectionRowProps) {
  const { id, name, lastSeenAt } = connection
  const state = connectionState(connection, activity, now)
  return (
    <div
      role="row"
      className={cn(CONNECTION_GRID, 'border-b border-line px-4 py-2.5 last:border-0 hover:bg-sunken/60')}
    >
      <div role="cell" className="flex min-w-0 items-start gap-2.5">
        <ConnectionMark state={state} className="mt-0.5" />
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-x-2 leading-5 font-semibold">
            <Link href={`/connections/${id}`} prefetch={false} data-row-link className="hover:underline">
              {name}
            </Link>
            {connection.sample && <Pill>sample</Pill>}
          </h2>
          <p className="text-sm text-ink-3">
            {provider} · <StateWords state={state} {...{ connection, activity, now }} />
          </p>
          <Waiting connection={connection} activity={activity} />
        </div>
      </div>
      <div role="cell" className="text-sm text-ink-2 max-md:col-start-1">
        {lastSeenAt !== null && <span className="md:sr-only">last heard </span>}
        {lastSeenAt === null ? 'never' : formatAgo(lastSeenAt, now)}
        {lastSeenAt === null && <span className="md:sr-only"> heard</span>}
      </div>
      <div
        role="cell"
        className={cn('grid gap-0.5 max-md:col-span-2', activity?.hour.callbacks === 0 && 'max-md:hidden')}
      >
        {activity && <Rate activity={activity} />}
      </div>
      <div role="cell" className="text-right text-sm tabular-nums max-md:col-span-2 max-md:text-left">
        {activity && <Refused id={id} refused={activity.hour.refused} />}
      </div>
      <div role="cell" className="text-right text-sm tabular-nums max-lg:hidden">
        {activity && <Explain text={delayMeaning(activity.hour, WHEN)}>{delayFigures(activity.hour)}</Explain>}
      </div>
      <div role="cell" className="text-right text-sm text-ink-2 tabular-nums max-lg:hidden">
        {activity && duplicateShare(activity.hour)}
      </div>
      <div role="cell" className="max-md:col-start-2 max-md:row-start-1 max-md:self-start">
        <ConnectionMenu connection={connection} onCare={onCare} />
      </div>
    </div>
  )
}

interface StateWordsProps extends Pick<ConnectionRowProps, 'connection' | 'activity' | 'now'> {
  state: ConnectionState
}

function StateWords({ state, connection, activity, now }: StateWordsProps) {
  const words = connectionStateWords(state, connection, activity, now)
  if (state === 'silent')
    return (
      <Explain text={silenceMeaning(activity)} className="font-medium text-failed">
        {words}
      </Explain>
    )
  return <span className={cn(BAD_STATES.has(state) && 'font-medium text-failed')}>{words}</span>
}

function Waiting({ connection, activity }: Pick<ConnectionRowProps, 'connection' | 'activity'>) {
  const open = (activity?.waiting ?? 0) - (activity?.kept ?? 0)
  const codes = activity?.newCodes ?? 0
  if (open <= 0 && codes === 0) return null
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      {open > 0 && (
        <Link className="link" href={`/callbacks?quarantined=open&connection=${connection.id}`}>
          {plural(open, 'callback')} in quarantine
        </Link>
      )}
      {codes > 0 && (
        <Link className="link" href={`/codes?connection=${connection.id}`}>
          {plural(codes, 'unknown code')}
        </Link>
      )}
    </p>
  )
}

function Rate({ activity: { hour, perMinute } }: { activity: ConnectionActivity }) {
  const words = `${plural(hour.callbacks, 'callback')} in the last hour`
  return (
    <>
      <Sparkline values={perMinute} label={words} className="h-5 w-full" />
      <span className="text-xs text-ink-3 tabular-nums" title={words}>
        {rateWords(hour.callbacks, HOUR_MINUTES)}
      </span>
    </>
  )
}

function Refused({ id, refused }: { id: string; refused: number }) {
  if (refused === 0) return <span className="text-ink-3 max-md:hidden">0</span>
  return (
    <Link className="link" href={`/callbacks?outcome=refused&connection=${id}`}>
      {formatCount(refused)}
      <span className="md:sr-only"> refused</span>
    </Link>
  )
}
