import { STATUS_WORDS } from '@/components/ui/stateWords'
import type { MappingEffect } from '@/lib/contracts/mappingApi'
import { plural } from '@/lib/format/number'
import { FAILURE_LABELS } from '@/lib/status/failureClass'

type Judgement = NonNullable<MappingEffect['effect']>['changes'][number]['to']

/** What switching on a mapping would do to stored messages, one sentence per kind of change. Pure. */
export function effectLines(effect: MappingEffect['effect']): string[] {
  if (!effect || effect.messages === 0) return ['No stored message changes.']
  const about = effect.exact ? '' : 'About '
  return effect.changes.map(
    ({ from, to, messages }) =>
      `${about}${plural(messages, 'message')} would become “${wordsOf(to)}”, now “${wordsOf(from)}”.`,
  )
}

function wordsOf({ status, failureClass }: Judgement): string {
  return failureClass ? `${STATUS_WORDS[status]}: ${FAILURE_LABELS[failureClass]}` : STATUS_WORDS[status]
}
