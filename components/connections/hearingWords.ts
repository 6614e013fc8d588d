import type { Connection } from '@/lib/contracts/connection'
import { formatAgo, formatDuration } from '@/lib/format/duration'
import { hearing } from './hearing'

export interface HearingWords {
  text: string
  tone: 'quiet' | 'bad'
}

/** When a connection last called, in a few words; what needs a look has the tone "bad". `waits`: has some in quarantine. */
export function hearingWords(connection: Connection, now: Date, waits = false): HearingWords {
  if (connection.pausedAt !== null) return { text: 'paused', tone: 'quiet' }
  const at = connection.lastSeenAt
  if (at === null && waits) return { text: 'nothing accepted yet', tone: 'bad' }
  if (hearing(connection, now) === 'new') return { text: 'waiting for its first callback', tone: 'quiet' }
  if (at === null) return { text: 'never called back', tone: connection.sample ? 'quiet' : 'bad' }
  if (connection.sample || hearing(connection, now) === 'heard')
    return { text: `called ${formatAgo(at, now)}`, tone: 'quiet' }
  return { text: `silent for ${formatDuration(now.getTime() - Date.parse(at))}`, tone: 'bad' }
}
