import type { SentencePart } from '@/components/ui/Sentence'
import { formatCount } from '@/lib/format/number'
import type { State } from '@/lib/status/state'
import { STATE_OUTCOMES } from './stateOutcomes'

const ORDER = ['delivered', 'failed', 'pending', 'unconfirmed'] as const

/** "46 landed, 3 did not and 1 is still on its way", leaving out what is zero. */
export function stateBreakdown(counts: Record<State, number>): SentencePart[] {
  const states = ORDER.filter((state) => counts[state] > 0)
  return states.flatMap((state, index) => {
    const joint = index === 0 ? '' : index === states.length - 1 ? ' and ' : ', '
    const { one, many, tone } = STATE_OUTCOMES[state]
    const verb = state === 'failed' && counts.delivered > 0 ? 'did not' : counts[state] === 1 ? one : many
    return [...(joint ? [{ text: joint }] : []), { text: `${formatCount(counts[state])} ${verb}`, tone }]
  })
}
