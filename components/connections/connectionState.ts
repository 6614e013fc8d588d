import type { ConnectionActivity } from '@/lib/contracts/activity'
import type { Connection } from '@/lib/contracts/connection'
import { hearing } from './hearing'

export const CONNECTION_STATES = [
  'heard',
  'waiting',
  'refusing',
  'silent',
  'never',
  'paused',
  'applying',
  'rotating',
] as const

/**
 * How a connection is: `waiting` for its first callback · `never` heard though it had the time · `refusing` what calls ·
 * `silent` longer than usual · `paused` · `applying` what was kept · `rotating` (heard, two sets of secrets) · `heard`.
 */
export type ConnectionState = (typeof CONNECTION_STATES)[number]

/** So many refusals of an hour, and such a part of all requests, are no stranger who tries doors. */
const REFUSED_FROM = 3
const REFUSED_PART = 0.2
/** On so many days at least it must have called at this time, before a silence is called unusual. */
const DAYS_FROM = 3

/** The state of a connection; the one that needs a look first. Without its activity, what its last callback tells. */
export function connectionState(
  connection: Connection,
  activity: ConnectionActivity | undefined,
  now: Date,
): ConnectionState {
  if (connection.pausedAt !== null) return 'paused'
  if ((activity?.kept ?? 0) > 0) return 'applying'
  const heard = hearing(connection, now)
  if (heard === 'new' || heard === 'never') {
    if (activity && activity.hour.refused + activity.waiting > 0) return 'refusing'
    return heard === 'new' || connection.sample ? 'waiting' : 'never'
  }
  if (activity && isRefusing(activity)) return 'refusing'
  if (!connection.sample && (heard === 'silent' || isUnusual(activity))) return 'silent'
  return connection.rotation ? 'rotating' : 'heard'
}

function isRefusing({ hour: { refused, callbacks } }: ConnectionActivity): boolean {
  return refused >= REFUSED_FROM && refused / (refused + callbacks) > REFUSED_PART
}

/** It called at this time on every day of the last week that we know. */
function isUnusual(activity: ConnectionActivity | undefined): boolean {
  const usual = activity?.usual
  return !!usual && usual.days >= DAYS_FROM && usual.heard === usual.days
}
