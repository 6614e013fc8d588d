import type { SentencePart } from '@/components/ui/Sentence'
import type { CallbackList } from '@/lib/contracts/callback'
import { formatCount, plural } from '@/lib/format/number'
import { formatAgo } from '@/lib/format/duration'
import { countCodes } from './countCodes'
import { quarantineMeaning } from './quarantineMeaning'

interface CallbacksFacts {
  /** The first page of callbacks with an open quarantine entry. */
  open: CallbackList
  /** Arrival of the newest callback; null when there is none at all. */
  newestAt: string | null
  now: Date
}

/** What waits in quarantine and why; calm when nothing does. Counts exactly only what one page can hold. */
export function callbacksSentence({ open, newestAt, now }: CallbacksFacts): SentencePart[] {
  if (open.items.length > 0) return waiting(open)
  if (newestAt === null) return [{ text: 'No callback has arrived yet.' }]
  return [
    { text: 'Nothing waits in quarantine.' },
    { text: ` The newest callback arrived ${formatAgo(newestAt, now)}.`, tone: 'quiet' },
  ]
}

function waiting({ items, nextCursor }: CallbackList): SentencePart[] {
  const more = nextCursor === null ? '' : 'More than '
  const verb = items.length === 1 ? 'waits' : 'wait'
  const reasons = countReasons(items)
  return [
    { text: `${more}${plural(items.length, 'callback')} ${verb} in quarantine`, tone: 'bad' },
    // Counts by reason are known of the loaded ones only, and that is said.
    { text: nextCursor === null ? `: ${reasons}.` : `. Of the newest ${items.length}: ${reasons}.` },
  ]
}

/** "2 with a wrong signature and 1 that could not be read"; a callback counts by the reason of its first open entry. */
function countReasons(items: CallbackList['items']): string {
  const sorted = countCodes(items)
  const only = sorted.length === 1
  const words = sorted.map(
    ([code, count]) => `${only ? all(count) : formatCount(count)} ${quarantineMeaning(code).phrase}`,
  )
  return joinWords(words.length > 3 ? [...words.slice(0, 2), rest(sorted.slice(2))] : words)
}

function all(count: number): string {
  return count === 1 ? 'one' : 'all'
}

function rest(entries: [string, number][]): string {
  return `${formatCount(entries.reduce((sum, [, count]) => sum + count, 0))} for other reasons`
}

function joinWords(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
