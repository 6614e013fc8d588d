import type { ErrorMeaning } from '@/lib/providers/types'
import type { FailureClass } from '@/lib/status/failureClass'
import { CLASS_SENTENCES } from './classSentences'
import type { Reason } from './stepsFor'

/** What an override adds to a meaning in words. */
export interface SaidHere {
  failureClass: FailureClass | null
  permanent: boolean | null
  plain: string | null
  nextStep: string | null
}

/** What a failure means in plain words, and what the next step follows from. */
export interface Meaning extends Reason {
  plain: string
}

/**
 * The meaning of a failure of this class: what somebody here has said of its code goes before the adapter's table. Advice of
 * the table is left out where the class was changed: it was given for another reason. Pure.
 */
export function meaningOf(
  failureClass: FailureClass,
  entry: ErrorMeaning | undefined,
  said: SaidHere | undefined,
): Meaning {
  const own = entry?.failureClass === failureClass ? entry : undefined
  return {
    failureClass,
    permanent: said?.permanent ?? own?.permanent ?? null,
    nextStep: said?.nextStep ?? own?.nextStep ?? null,
    plain: said?.plain ?? own?.plain ?? inWords(own?.name, CLASS_SENTENCES[failureClass]),
  }
}

function inWords(name: string | undefined, sentence: string): string {
  if (!name) return sentence
  return `${/[.!?]$/.test(name) ? name : `${name}.`} ${sentence}`
}
