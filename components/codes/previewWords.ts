import { STATUS_WORDS } from '@/components/ui/stateWords'
import type { RejudgePreview } from '@/lib/contracts/codes'
import { plural } from '@/lib/format/number'
import { FAILURE_LABELS } from '@/lib/status/failureClass'

type Change = RejudgePreview['changes'][number]

/** "1,204 messages would change", or that none would. A sample says that it is one. */
export function previewHeadline({ exact, messages, waiting, receipts }: RejudgePreview): string {
  const about = exact ? '' : 'About '
  const changed = messages === 0 ? none(receipts) : `${about}${plural(messages, 'message')} would change.`
  const taught = waiting === 0 ? '' : ` ${plural(waiting, 'callback')} in quarantine would be applied.`
  return `${changed}${taught}`
}

function none(receipts: number): string {
  if (receipts === 0) return 'No stored message would change.'
  return `${plural(receipts, 'receipt')} would be judged otherwise, but no message would change: others of their receipts decide.`
}

/** "1,204 messages would become refused by provider": one line of a preview. */
export function changeWords({ to, messages }: Change, exact: boolean): string {
  return `${exact ? '' : 'about '}${plural(messages, 'message')} would become ${judgementWords(to).toLowerCase()}`
}

/** "Undelivered, number not in service". */
export function judgementWords({ status, failureClass }: Change['from']): string {
  const reason = failureClass === null ? '' : `, ${FAILURE_LABELS[failureClass].toLowerCase()}`
  return `${STATUS_WORDS[status]}${reason}`
}
