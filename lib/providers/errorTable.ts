import type { FailureClass } from '@/lib/status/failureClass'
import type { ErrorMeaning } from './types'

/** Code, our class, permanent (null: not known), next step, the provider's own name. */
export type ErrorRow = readonly [
  code: number | string,
  failureClass: FailureClass,
  permanent: boolean | null,
  nextStep: string,
  name: string,
]

/** A table of codes by their text. */
export function errorTable(rows: readonly ErrorRow[]): ReadonlyMap<string, ErrorMeaning> {
  return new Map(
    rows.map(([code, failureClass, permanent, nextStep, name]) => [
      String(code),
      { failureClass, name, permanent, nextStep },
    ]),
  )
}
