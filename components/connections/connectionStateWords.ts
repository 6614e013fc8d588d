import type { ConnectionActivity } from '@/lib/contracts/activity'
import type { Connection } from '@/lib/contracts/connection'
import { formatDuration } from '@/lib/format/duration'
import { formatCount, plural } from '@/lib/format/number'
import type { ConnectionState } from './connectionState'

/** The states by name, for a filter. */
export const STATE_NAMES: Record<ConnectionState, string> = {
  heard: 'Heard',
  waiting: 'Waiting for the first callback',
  refusing: 'Refusing',
  silent: 'Silent',
  never: 'Never called back',
  paused: 'Paused',
  applying: 'Applying what was kept',
  rotating: 'Rotating secrets',
}

/** States that somebody should look into. */
export const BAD_STATES: ReadonlySet<ConnectionState> = new Set(['refusing', 'silent', 'never'])

/** A state in a few words, with the figure behind it. */
export function connectionStateWords(
  state: ConnectionState,
  connection: Connection,
  activity: ConnectionActivity | undefined,
  now: Date,
): string {
  switch (state) {
    case 'waiting':
      return 'waiting for the first callback…'
    case 'never':
      return 'never called back'
    case 'refusing':
      return refusingWords(connection, activity)
    case 'silent':
      return `silent for ${formatDuration(now.getTime() - Date.parse(connection.lastSeenAt ?? ''))}`
    case 'paused':
      return activity && activity.kept > 0 ? `paused, ${plural(activity.kept, 'callback')} kept` : 'paused'
    case 'applying':
      return `applying what was kept: ${formatCount(activity?.kept ?? 0)} to go`
    case 'rotating':
      return `received, verified, applied; old secrets for ${leftWords(connection, now)} more`
    case 'heard':
      return 'received, verified, applied'
  }
}

/** Why a silence is called one. */
export function silenceMeaning(activity: ConnectionActivity | undefined): string {
  const usual = activity?.usual
  if (!usual || usual.heard < usual.days) return 'Nothing has been accepted for more than a day.'
  return `At this time of day it called on each of the last ${usual.days} days.`
}

function refusingWords({ lastSeenAt }: Connection, activity: ConnectionActivity | undefined): string {
  if (lastSeenAt === null) return 'calls, but nothing was accepted yet'
  return `${formatCount(activity?.hour.refused ?? 0)} refused in the last hour`
}

function leftWords({ rotation }: Connection, now: Date): string {
  return formatDuration(Date.parse(rotation?.until ?? '') - now.getTime())
}
