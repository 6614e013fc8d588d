import type { SentencePart } from '@/components/ui/Sentence'
import type { Connection } from '@/lib/contracts/connection'
import { plural } from '@/lib/format/number'

/** The opening sentence before the first text. `own`: the connections that are not samples. */
export function firstRunSentence(own: readonly Connection[]): SentencePart[] {
  const [first] = own
  if (!first) return [{ text: 'No provider is connected yet, so no text is known.' }]
  if (own.length === 1)
    return [
      { text: `“${first.name}” is connected.` },
      { text: ' Waiting for its first callback about a text.', tone: 'quiet' },
    ]
  return [
    { text: `${plural(own.length, 'provider account')} are connected.` },
    { text: ' Waiting for the first callback about a text.', tone: 'quiet' },
  ]
}
