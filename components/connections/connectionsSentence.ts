import type { SentencePart } from '@/components/ui/Sentence'
import type { Connection } from '@/lib/contracts/connection'
import { formatAgo, formatDuration } from '@/lib/format/duration'
import { formatCount, plural } from '@/lib/format/number'
import { hearing, type Hearing } from './hearing'

/**
 * Which connection needs a look: one that was never heard, or one that has been silent for a day.
 * Sample and paused connections are not blamed for silence. `waiting`: ids of connections with callbacks in quarantine,
 * which is why some of them were never heard.
 */
export function connectionsSentence(
  connections: readonly Connection[],
  now: Date,
  waiting: ReadonlySet<string> = new Set(),
): SentencePart[] {
  const real = connections.filter((connection) => !connection.sample)
  if (connections.length === 0) return [{ text: 'No provider is connected yet.' }]
  if (real.length === 0) return [{ text: 'Only sample traffic so far. Connect a provider to see your own texts.' }]
  const active = real.filter((connection) => connection.pausedAt === null)
  if (active.length === 0)
    return [{ text: `${plural(real.length, 'connection')} ${real.length === 1 ? 'is' : 'are'} paused.` }]
  const of = (kind: Hearing) => active.filter((connection) => hearing(connection, now) === kind)
  const mute = [...of('never'), ...of('new')]
  const unaccepted = mute.filter((connection) => waiting.has(connection.id))
  const unheard = of('never').filter((connection) => !waiting.has(connection.id))
  const fresh = of('new').filter((connection) => !waiting.has(connection.id))
  return [
    ...refused(unaccepted),
    ...never(unheard, active.length, now),
    ...silent(of('silent'), now),
    ...expected(fresh),
    ...heard(of('heard'), real.length, now),
  ]
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
    { text: `${plural(connections.length, 'connection')} have been silent for more than a day`, tone: 'bad' },
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

function names(connections: Connection[]): string {
  return connections.map(quoted).join(', ')
}

function quoted({ name }: Connection): string {
  return `“${name}”`
}
