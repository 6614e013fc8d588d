import type { SentencePart } from '@/components/ui/Sentence'
import { type ConnectionActivity, HOUR_MINUTES } from '@/lib/contracts/activity'
import type { Connection } from '@/lib/contracts/connection'
import { formatAgo, formatDuration } from '@/lib/format/duration'
import { rateWords } from './activityWords'
import { connectionState } from './connectionState'
import { connectionStateWords } from './connectionStateWords'

/** How one connection is, in a sentence. It claims no figure that it does not have. */
export function connectionHeadline(
  connection: Connection,
  activity: ConnectionActivity | undefined,
  now: Date,
): SentencePart[] {
  const state = connectionState(connection, activity, now)
  const name = `“${connection.name}”`
  const words = connectionStateWords(state, connection, activity, now)
  switch (state) {
    case 'heard':
    case 'rotating':
      return heard(name, connection, activity, now)
    case 'refusing':
      return connection.lastSeenAt === null
        ? [{ text: `${name} ` }, { text: `${words}.`, tone: 'bad' }]
        : [{ text: `${name}: ` }, { text: `${words}.`, tone: 'bad' }]
    case 'silent':
      return [{ text: `${name} has been ` }, { text: `${words}.`, tone: 'bad' }]
    case 'never':
      return [
        { text: `${name} has ` },
        { text: words, tone: 'bad' },
        { text: ` since it was added ${formatAgo(connection.createdAt, now)}.` },
      ]
    case 'waiting':
      return [{ text: `${name} waits for its first callback.` }]
    case 'paused':
      return [{ text: `${name} is ${words}.` }]
    case 'applying':
      return [{ text: `${name}: ${words}.` }]
  }
}

function heard(
  name: string,
  { lastSeenAt }: Connection,
  activity: ConnectionActivity | undefined,
  now: Date,
): SentencePart[] {
  const start = { text: `${name} is heard: its newest callback came ${formatAgo(lastSeenAt ?? '', now)}.` }
  if (!activity || activity.hour.callbacks === 0) return [start]
  const { p50 } = activity.hour.delays
  const delay = p50 === null ? '' : `, half of the receipts within ${formatDuration(p50)} of their event`
  return [
    start,
    { text: ` In the last hour it called ${rateWords(activity.hour.callbacks, HOUR_MINUTES)}${delay}.`, tone: 'quiet' },
  ]
}
