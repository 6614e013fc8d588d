import type { SentencePart } from '@/components/ui/Sentence'
import type { State } from '@/lib/status/state'
import { STATUS_VERBS, type Verb } from './statusVerbs'

/** What texts of a state did, and the tone in which that is said. `none` completes "No text …". */
export interface Outcome extends Verb {
  none: string
  tone: SentencePart['tone']
}

export const STATE_OUTCOMES: Record<State, Outcome> = {
  delivered: { one: 'landed', many: 'landed', none: 'landed', tone: 'good' },
  failed: { one: 'did not land', many: 'did not land', none: 'failed to land', tone: 'bad' },
  unconfirmed: { ...STATUS_VERBS.unknown, none: 'is unconfirmed', tone: undefined },
  pending: { one: 'is still on its way', many: 'are still on their way', none: 'is still on its way', tone: undefined },
}
