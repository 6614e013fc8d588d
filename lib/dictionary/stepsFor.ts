import type { FailureClass } from '@/lib/status/failureClass'
import { nextStepSentence } from './nextStepSentence'
import { STEP_TEXTS, type Lasting, type Steps } from './stepTexts'

/** What is known of a failure: the part of an adapter's ErrorMeaning that decides the next step. */
export interface Reason {
  failureClass: FailureClass
  /** True: sending again to this number cannot work. null: not known. */
  permanent: boolean | null
  /** The provider's own advice in the words of the dictionary ("wait", "fix sender" …); null for none. */
  nextStep: string | null
}

/** Words of advice that a class says already, in its own sentence. */
const IMPLIED: Record<FailureClass, readonly string[]> = {
  unreachable_handset: ['wait', 'send again'],
  invalid_number: ['fix number'],
  landline_or_incapable: ['fix number'],
  carrier_blocked: ['ask provider'],
  recipient_blocked: ['stop'],
  content_rejected: ['fix content', 'fix our request'],
  sender_rejected: ['fix sender'],
  expired: ['wait', 'send again'],
  throttled: ['slow down', 'wait'],
  account_problem: ['account', 'pay', 'pay / account'],
  provider_error: ['ask provider', 'wait', 'send again'],
  unknown: ['ask provider'],
}

const DO_NOT_TEXT = 'Do not text this number again until the person asks for it.'
const CHECK_NUMBER = 'Check the number in the record, and ask the person for the right one.'

/**
 * What support, marketing and engineering should do about a failure. Each sentence follows from the class and from
 * whether sending again can work; advice of the provider that goes beyond the class is added for whom it concerns. Pure.
 */
export function stepsFor({ failureClass, permanent, nextStep }: Reason): Steps {
  const texts = STEP_TEXTS[failureClass]
  const lasting = lastingOf(permanent)
  const steps = { ...texts.unsure, ...(lasting === 'unsure' ? {} : texts[lasting]) }
  const advice = nextStep?.trim() ?? ''
  if (advice === '' || IMPLIED[failureClass].includes(advice.toLowerCase())) return steps
  return withAdvice(steps, failureClass, advice)
}

function lastingOf(permanent: boolean | null): Lasting {
  if (permanent === null) return 'unsure'
  return permanent ? 'lasting' : 'passing'
}

function withAdvice(steps: Steps, failureClass: FailureClass, advice: string): Steps {
  if (/^stop\b/i.test(advice) && failureClass !== 'recipient_blocked')
    return { ...steps, support: DO_NOT_TEXT, marketing: DO_NOT_TEXT, engineering: add(steps.engineering, advice) }
  if (/^fix number\b/i.test(advice))
    return { ...steps, support: CHECK_NUMBER, engineering: add(steps.engineering, advice) }
  return { ...steps, engineering: add(steps.engineering, advice) }
}

/** Says the provider's own advice first: it is the more exact. */
function add(sentence: string, advice: string): string {
  const first = nextStepSentence(advice)
  return first && !sentence.startsWith(first) ? `${first} ${sentence}` : sentence
}
