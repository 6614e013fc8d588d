import type { Status } from '@/lib/status/status'

/** Beginnings of words as providers use them, the more exact first. */
const WORDS: readonly [RegExp, Status][] = [
  [/undeliv|not[ _-]?deliv|deliv\w*[ _-]?(?:fail|impossible)/i, 'undelivered'],
  [/deliv\w*[ _-]?to[ _-]?(?:network|carrier|smsc|gateway|operator)|en[ _-]?route|accepted[ _-]?by|buffer/i, 'sent'],
  [/deliv/i, 'delivered'],
  [/^(?:sms[._-]?)?(?:read|seen)$/i, 'read'],
  [/expir|timeout|timed[ _-]?out/i, 'expired'],
  [/reject|refus|block|blacklist|denied|invalid/i, 'rejected'],
  [/fail|error|bounce/i, 'failed'],
  [/queue|accept|schedul|pending|created|received/i, 'queued'],
  [/sending|in[ _-]?progress|processing/i, 'sending'],
  [/sent|submit|dispatch/i, 'sent'],
  [/unknown|unkn/i, 'unknown'],
]

const LONGEST = 80

/** What a word most likely means; null when it says nothing by itself (a number). */
export function guessStatus(word: string): Status | null {
  if (word.length > LONGEST) return null
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
}
