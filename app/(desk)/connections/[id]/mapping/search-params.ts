import { parseAsStringLiteral } from 'nuqs/server'
import { STEPS } from '@/components/mapping/steps'

/** `step`: which part of the mapping is being worked on. */
export const mappingSearchParams = {
  step: parseAsStringLiteral(STEPS.map(({ value }) => value)).withDefault('proof'),
}
