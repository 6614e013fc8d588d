import type { SentencePart } from '@/components/ui/Sentence'
import type { ConnectionActivity } from '@/lib/contracts/activity'
import type { Connection } from '@/lib/contracts/connection'
import { formatAgo, formatDuration } from '@/lib/format/duration'
import { formatCount, plural } from '@/lib/format/number'
import { connectionState, type ConnectionState } from './connectionState'

const NAMED = 3

/** What is known of each connection's last hour, by its id. */
export type ActivityOf = ReadonlyMap<string, ConnectionActivity>

/**
 * Which connection needs a look: one that was never heard, one that refuses what calls, or one that is silent longer than
 * usual. Sample and paused connections are not blamed for silence.
 */
export function connectionsSentence(
  connections: readonly Connection[],
  now: Date,
  activityOf: ActivityOf = new Map(),
): SentencePart[] {
  const real = connections.filter((connection) => !connection.sample)
  if (connections.length === 0) return [{ text: 'No provider is connected yet.' }]
  if (real.length === 0) return [{ text: 'Only sample traffic so far. Connect a provider to see your own texts.' }]
  const active = real.filter((connection) => connection.pausedAt === null)
  if (active.length === 0)
    return [{ text: `${plural(real.length, 'connection')} ${real.length === 1 ? 'is' : 'are'} paused.` }]
  const stateOf = (connection: Connection) => connectionState(connection, activityOf.get(connection.id), now)
  const of = (...states: ConnectionState[]) => active.filter((connection) => states.includes(stateOf(connection)))
  const refusing = of('refusing')
  return [
    ...refused(refusing.filter(({ lastSeenAt }) => lastSeenAt === null)),
    ...turningAway(
      refusing.filter(({ lastSeenAt }) => lastSeenAt !== null),
      activityOf,
    ),
    ...never(of('never'), active.length, now),
    ...silent(of('silent'), now),
    ...applying(of('applying'), activityOf),
    ...expected(of('waiting')),
    ...heard(of('heard', 'rotating'), real.length, now),
  ]
}

function turningAway(connections: Connection[], activityOf: ActivityOf): SentencePart[] {
  if (connections.length === 0) return []
  const count = connections.reduce((sum, { id }) => sum + (activityOf.get(id)?.hour.refused ?? 0), 0)
  return [
    { text: `${names(connections)} refused ${plural(count, 'request')}`, tone: 'bad' },
    { text: ' in the last hour. ' },
  ]
}

function applying(connections: Connection[], activityOf: ActivityOf): SentencePart[] {
  if (connections.length === 0) return []
  const left = connections.reduce((sum, { id }) => sum + (activityOf.get(id)?.kept ?? 0), 0)
  return [{ text: `${names(connections)}: applying ${plural(left, 'callback')} kept while paused. ` }]
}

function refused(connections: Connection[]): SentencePart[] {
  if (connections.length === 0) return []
  return [
    {
      text: `${names(connections)} ${connections.length === 1 ? 'calls' : 'call'}, but nothing was accepted yet`,
      tone: 'bad',
    },
    { text: ': see Callbacks for the reason. ' },
  ]
}

function never(connections: Connection[], total: number, now: Date): SentencePart[] {
  const [first] = connections
  if (!first) return []
  const waits = `since it was added ${formatAgo(first.createdAt, now)}`
  if (connections.length === 1)
    return [
      { text: `${quoted(first)} has never called back`, tone: 'bad' },
      { text: total === 1 ? ` ${waits}.` : `. ` },
    ]
  const which =
    connections.length === total
      ? `None of the ${plural(total, 'connection')} has`
      : `${plural(connections.length, 'connection')} have never`
  return [
    { text: `${which} called back`, tone: 'bad' },
    { text: connections.length === total ? ' yet.' : ': ' + names(connections) + '. ' },
  ]
}

function expected(connections: Connection[]): SentencePart[] {
  if (connections.length === 0) return []
  return [{ text: `${names(connections)} ${connections.length === 1 ? 'waits' : 'wait'} for the first callback. ` }]
}

function silent(connections: Connection[], now: Date): SentencePart[] {
  const [first] = connections
  if (!first) return []
  if (connections.length === 1)
    return [{ text: `${quoted(first)} has been silent for ${age(first, now)}`, tone: 'bad' }, { text: '. ' }]
  return [
    { text: `${plural(connections.length, 'connection')} have been silent for longer than usual`, tone: 'bad' },
    { text: `: ${names(connections)}. ` },
  ]
}

function heard(connections: Connection[], total: number, now: Date): SentencePart[] {
  const [first] = connections
  if (!first) return []
  const quietest = connections.reduce((a, b) =>
    Date.parse(a.lastSeenAt ?? '') < Date.parse(b.lastSeenAt ?? '') ? a : b,
  )
  if (connections.length === 1 && total === 1)
    return [
      { text: `${quoted(first)} is heard: its newest callback arrived ${formatAgo(first.lastSeenAt ?? '', now)}.` },
    ]
  if (connections.length < total)
    return [
      {
        text: connections.length === 1 ? `${quoted(first)} is heard.` : `The other ${connections.length} are heard.`,
        tone: 'quiet',
      },
    ]
  return [
    { text: `${total === 2 ? 'Both' : `All ${formatCount(total)}`} connections are heard.` },
    { text: ` The quietest, ${quoted(quietest)}, called ${formatAgo(quietest.lastSeenAt ?? '', now)}.`, tone: 'quiet' },
  ]
}

function age({ lastSeenAt }: Connection, now: Date): string {
  return formatDuration(now.getTime() - Date.parse(lastSeenAt ?? ''))
}

/** At most three by name: the list below has the others. */
function names(connections: Connection[]): string {
  if (connections.length <= NAMED + 1) return connections.map(quoted).join(', ')
  return `${connections.slice(0, NAMED).map(quoted).join(', ')} and ${connections.length - NAMED} more`
}

function quoted({ name }: Connection): string {
  return `“${name}”`
}
