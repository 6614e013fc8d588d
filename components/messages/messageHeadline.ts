import type { SentencePart } from '@/components/ui/Sentence'
import type { MessageDetail } from '@/lib/contracts/message'
import { formatAgo, formatDuration } from '@/lib/format/duration'
import { formatNumber } from '@/lib/format/formatNumber'
import { formatMoment } from '@/lib/format/time'
import { stateOf } from '@/lib/status/state'
import { lowerFirst } from './lowerFirst'
import { STATUS_VERBS } from './statusVerbs'

type Message = Omit<MessageDetail, 'receipts' | 'meaning'>

/** What became of one text, in words. What to do about it stands below, for each kind of reader. */
export function messageHeadline(message: Message, now: Date, timeZone: string): SentencePart[] {
  const state = stateOf(message.status)
  if (state === 'delivered') return delivered(message, now, timeZone)
  if (state === 'failed') return failed(message)
  if (state === 'unconfirmed') return unconfirmed(message)
  return pending(message, now)
}

function delivered(message: Message, now: Date, timeZone: string): SentencePart[] {
  const when = deliveredWhen(message, now, timeZone)
  if (message.status !== 'read') return [{ text: 'Delivered', tone: 'good' }, { text: `${to(message)}${when}.` }]
  return [{ text: 'Read', tone: 'good' }, { text: `${to(message).replace(' to', ' by')}${when}.` }]
}

/**
 * The distance is said only where both ends are known by the provider's clock: without an earlier receipt the send
 * time is the delivery itself, and "0.0 s after it was sent" would be invented.
 */
function deliveredWhen(message: Message, now: Date, timeZone: string): string {
  if (message.occurredAt === null) return '; the provider does not say when'
  const afterMs = Date.parse(message.occurredAt) - Date.parse(message.cohortAt)
  if (afterMs > 0) return `, ${formatDuration(afterMs)} after it was sent`
  return ` at ${formatMoment(message.occurredAt, now, timeZone)}`
}

function failed(message: Message): SentencePart[] {
  const reason = lowerFirst(message.failureLabel ?? 'Reason not given')
  return [{ text: 'Not delivered', tone: 'bad' }, { text: `${to(message)}: ${reason}.` }]
}

function unconfirmed(message: Message): SentencePart[] {
  return [{ text: `Nobody can say whether this text${to(message)} arrived: the provider will not learn it.` }]
}

function pending(message: Message, now: Date): SentencePart[] {
  const heard = formatAgo(message.lastReceivedAt, now)
  return [
    { text: `Still on its way${to(message)}: it ${STATUS_VERBS[message.status].one}.` },
    { text: ` Last word ${heard}.`, tone: 'quiet' },
  ]
}

function to({ recipient }: Message): string {
  return recipient ? ` to ${formatNumber(recipient)}` : ''
}
