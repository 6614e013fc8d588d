import type { SentencePart } from '@/components/ui/Sentence'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import type { Message } from '@/lib/contracts/message'
import type { Summary } from '@/lib/contracts/metrics'
import { plural } from '@/lib/format/number'
import { FAILURE_LABELS } from '@/lib/status/failureClass'
import { type State, STATES, stateOf } from '@/lib/status/state'
import { countMatches, type Matches } from './countMatches'
import { describeScope, type FilterNames } from './describeScope'
import { lowerFirst } from './lowerFirst'
import { stateBreakdown } from './stateBreakdown'
import { type Outcome, STATE_OUTCOMES } from './stateOutcomes'
import { STATUS_VERBS } from './statusVerbs'

/** What the opening sentence of the Messages screen is made of. */
export interface MessagesFacts {
  filter: MessagesFilter
  names: FilterNames
  /** The counters of the same range and dimensions; undefined when the range has an open end. */
  summary: Summary | undefined
  shown: readonly Message[]
  /** True when no further page exists: what is shown is all there is. */
  complete: boolean
  now: Date
  timeZone: string
}

/** The opening sentence. It counts only what it knows: "more than 50" while there are pages that nobody has loaded. */
export function messagesSentence(facts: MessagesFacts): SentencePart[] {
  const { filter, names, now, timeZone } = facts
  const scope = describeScope(filter, names, now, timeZone)
  if (filter.q) return searched(filter.q, facts, scope)
  if (filter.state ?? filter.status ?? filter.failureClass) return narrowed(facts, scope)
  return facts.summary ? counted(facts.summary, scope) : newest(facts, scope)
}

function narrowed(facts: MessagesFacts, scope: string): SentencePart[] {
  const { filter, summary } = facts
  const matches = countMatches(facts)
  const outcome = outcomeOf(filter)
  if (matches.count === 0) return [{ text: `No text ${outcome.none}${scope}.` }]
  const verb = matches.count === 1 && matches.exact ? outcome.one : outcome.many
  const reason = filter.state === 'failed' && matches.exact ? topReason(summary, matches.count) : ''
  return [{ text: `${amount(matches)} ${verb}`, tone: outcome.tone }, { text: `${scope}${reason}.` }]
}

function outcomeOf({ state, status, failureClass }: MessagesFilter): Outcome {
  const ofState = STATE_OUTCOMES[status ? stateOf(status) : (state ?? 'failed')]
  const base = status ? { ...STATUS_VERBS[status], none: STATUS_VERBS[status].one, tone: ofState.tone } : ofState
  if (!failureClass) return base
  const reason = ` (${lowerFirst(FAILURE_LABELS[failureClass])})`
  return { one: base.one + reason, many: base.many + reason, none: base.none + reason, tone: base.tone }
}

/** Said only when it explains something: the most common reason, and how many texts it explains. */
function topReason(summary: Summary | undefined, total: number): string {
  const top = [...(summary?.failures ?? [])].sort((a, b) => b.messages - a.messages)[0]
  if (!top || total < 2 || top.failureClass === 'unknown' || top.messages > total) return ''
  const label = lowerFirst(top.label)
  if (top.messages === total) return `, all for the same reason: ${label}`
  return `, ${plural(top.messages, 'of them', 'of them')} for one reason: ${label}`
}

function searched(q: string, facts: MessagesFacts, scope: string): SentencePart[] {
  const matches = countMatches(facts)
  const [first] = facts.shown
  const kind = kindOf(facts.filter)
  if (!first) return [{ text: `No ${kind}text matches “${q}”${scope}.` }]
  if (matches.exact && matches.count === 1) {
    const { one, tone } = STATE_OUTCOMES[first.state]
    return [{ text: `One ${kind}text matches “${q}”${scope}: it ` }, { text: one, tone }, { text: '.' }]
  }
  const end = matches.exact ? '.' : ' of those loaded so far.'
  return [
    { text: `${amount(matches, kind)} match “${q}”${scope}: ` },
    ...stateBreakdown(countStates(facts.shown)),
    { text: end },
  ]
}

function counted({ counts }: Summary, scope: string): SentencePart[] {
  const all = STATES.reduce((sum, state) => sum + counts[state], 0)
  if (all === 0) return [{ text: `No text was sent${scope}.` }]
  if (counts.delivered === all)
    return [
      { text: all === 1 ? 'The only text landed' : `All ${plural(all, 'text')} landed`, tone: 'good' },
      { text: `${scope}.` },
    ]
  return [{ text: `${plural(all, 'text')}${scope}: ` }, ...stateBreakdown(counts), { text: '.' }]
}

function newest({ shown, complete }: MessagesFacts, scope: string): SentencePart[] {
  const [first] = shown
  if (!first) return [{ text: scope ? `No text is known${scope}.` : 'No text is known yet.' }]
  if (shown.length === 1) {
    const { one, tone } = STATE_OUTCOMES[first.state]
    return [{ text: `${complete ? 'The only' : 'The newest'} text${scope} ` }, { text: one, tone }, { text: '.' }]
  }
  const counts = countStates(shown)
  const texts = plural(shown.length, 'text')
  if (counts.delivered === shown.length)
    return [
      { text: complete ? `All ${texts} landed` : `The newest ${texts} all landed`, tone: 'good' },
      { text: `${scope}.` },
    ]
  return [{ text: `Of the ${complete ? '' : 'newest '}${texts}${scope}, ` }, ...stateBreakdown(counts), { text: '.' }]
}

function countStates(shown: readonly Message[]): Record<State, number> {
  const counts = { delivered: 0, failed: 0, unconfirmed: 0, pending: 0 }
  for (const message of shown) counts[message.state]++
  return counts
}

function amount({ count, exact }: Matches, kind = ''): string {
  const texts = plural(count, `${kind}text`)
  return exact ? texts : `More than ${texts}`
}

/** "failed " for a list of failed texts: a search within it says nothing about the others. */
function kindOf({ state, status, failureClass }: MessagesFilter): string {
  const kind = status ? stateOf(status) : (state ?? (failureClass && 'failed'))
  return kind ? `${kind} ` : ''
}
