import type { ErrorEntry, ErrorMeaning } from '../types'

const UNREACHABLE = ['unreachable_handset', false, 'wait', 'The phone was off or out of reach.'] as const
const INVALID = ['invalid_number', true, 'fix number', 'The number is not in use or not one that can exist.'] as const
const BLOCKED = ['recipient_blocked', true, 'stop', 'The person opted out or is on a blocked list.'] as const
const SENDER = ['sender_rejected', true, 'fix sender', 'The network does not accept the sender name.'] as const
const CONTENT = ['content_rejected', true, 'fix content', 'The text was taken for spam or is not allowed.'] as const
const EXPIRED = ['expired', false, 'wait', 'It could not be delivered before the time was up.'] as const
const ACCOUNT = ['account_problem', false, 'pay', 'Your Routee account has no credit left.'] as const
const OTHER = ['unknown', null, 'ask provider', 'Routee gives a reason of its own, or none.'] as const

/**
 * Words in `detailedStatus`, whose list of values is not published. The first one found decides; case and spaces do not
 * matter ("AbsentSubscriber" is "absent subscriber").
 */
const WORDS = [
  ['absent', UNREACHABLE],
  ['unreachable', UNREACHABLE],
  ['switched off', UNREACHABLE],
  ['unknown subscriber', INVALID],
  ['invalid number', INVALID],
  ['invalid destination', INVALID],
  ['blacklist', BLOCKED],
  ['opt', BLOCKED],
  ['dnd', BLOCKED],
  ['sender', SENDER],
  ['spam', CONTENT],
  ['content', CONTENT],
  ['expired', EXPIRED],
  ['balance', ACCOUNT],
  ['credit', ACCOUNT],
  ['anything else', OTHER],
] as const

const LINES = WORDS.map(([word, [failureClass, permanent, nextStep, plain]]) => {
  const meaning: ErrorMeaning = { failureClass, permanent, nextStep, plain, name: `Reason with the word “${word}”` }
  return { code: word, squeezed: squeeze(word), meaning }
})

export const ERRORS: readonly ErrorEntry[] = LINES.map(({ code, meaning }) => ({ code, ...meaning }))

/** What a `detailedStatus` means by the words in it; undefined when it has none of them. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  const squeezed = squeeze(errorCode)
  return LINES.find((line) => squeezed.includes(line.squeezed))?.meaning
}

/** Without spaces and in lower case. */
export function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s/g, '')
}
