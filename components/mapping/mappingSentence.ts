import type { SentencePart } from '@/components/ui/Sentence'
import type { ConnectionMapping } from '@/lib/contracts/mappingApi'
import { plural } from '@/lib/format/number'

/** What the screen says first: whether the mapping is on, what waits for it, what is missing. Pure. */
export function mappingSentence(
  { active, waiting, connection }: Pick<ConnectionMapping, 'active' | 'waiting' | 'connection'>,
  isChanged: boolean,
  problems: number,
): SentencePart[] {
  const name = { text: `${connection.name} ` }
  if (active && !isChanged) return [name, { text: 'is read by its mapping.', tone: 'good' }, ...waitingPart(waiting)]
  if (active)
    return [
      name,
      { text: 'is read by its mapping; ' },
      { text: 'your changes are not switched on', tone: 'bad' },
      { text: '.' },
    ]
  if (problems > 0)
    return [
      name,
      { text: 'waits for its mapping: ' },
      { text: `${plural(problems, 'thing')} to say`, tone: 'bad' },
      { text: '.' },
      ...waitingPart(waiting),
    ]
  return [
    name,
    { text: 'is described and ' },
    { text: 'can be switched on', tone: 'good' },
    { text: '.' },
    ...waitingPart(waiting),
  ]
}

function waitingPart(waiting: number): SentencePart[] {
  if (waiting === 0) return []
  return [{ text: ` ${plural(waiting, 'callback')} ${waiting === 1 ? 'waits' : 'wait'}.`, tone: 'quiet' }]
}
