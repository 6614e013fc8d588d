import type { FailureClass } from '@/lib/status/failureClass'
import type { ErrorEntry, ErrorMeaning } from './types'

/** Code, our class, permanent (null: not known), next step, the provider's own name, and what that means in plain words. */
export type ErrorRow = readonly [
  code: number | string,
  failureClass: FailureClass,
  permanent: boolean | null,
  nextStep: string,
  name: string,
  plain?: string,
]

/** A table of codes by their text. */
export function errorTable(rows: readonly ErrorRow[]): ReadonlyMap<string, ErrorMeaning> {
  return new Map(
    rows.map(([code, failureClass, permanent, nextStep, name, plain]) => [
      String(code),
      { failureClass, name, permanent, nextStep, ...(plain === undefined ? {} : { plain }) },
    ]),
  )
}

/** The same table as lines of the code dictionary. */
export function errorEntries(table: ReadonlyMap<string, ErrorMeaning>): readonly ErrorEntry[] {
  return [...table].map(([code, meaning]) => ({ code, ...meaning }))
}
