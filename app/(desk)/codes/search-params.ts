import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { CODE_KINDS } from '@/lib/contracts/codes'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'

/** The filters in the address bar, and the entry that is open. */
export const codesSearchParams = {
  q: parseAsString,
  provider: parseAsString,
  kind: parseAsStringLiteral(CODE_KINDS),
  class: parseAsStringLiteral(FAILURE_CLASSES),
  permanent: parseAsStringLiteral(['yes', 'no', 'unknown'] as const),
  only: parseAsStringLiteral(['overridden'] as const),
  open: parseAsString,
}

export const loadCodesSearchParams = createLoader(codesSearchParams)
