import type { MappingDraft } from '@/lib/contracts/mapping'
import { failureClassFor } from '@/lib/providers/failureClassFor'
import type { Rules } from './Rules'

/** What a connection's own mapping makes of the words of a stored receipt. */
export function mappingJudge(mapping: MappingDraft): NonNullable<Rules['mapping']> {
  const fold = (word: string) => (mapping.ignoreCase ? word.toLowerCase() : word)
  const statuses = new Map(mapping.statuses.map(({ word, status }) => [fold(word), status]))
  const errors = new Map(mapping.errors.map((row) => [row.code, row]))
  const otherwise = mapping.unknownWords === 'ask' ? null : mapping.unknownWords
  return (rawStatus, errorCode) => {
    const status = statuses.get(fold(rawStatus)) ?? otherwise
    if (!status) return null
    return { status, failureClass: failureClassFor(status, errorCode === null ? undefined : errors.get(errorCode)) }
  }
}
