'use client'

import type { MappingErrorRow } from '@/lib/contracts/mapping'
import { FAILURE_CLASSES, FAILURE_LABELS, type FailureClass } from '@/lib/status/failureClass'
import { ErrorRow } from './ErrorRow'
import { ListField } from './ListField'
import { useMapping } from './MappingContext'
import { NewName } from './NewName'
import { UnknownNames } from './UnknownNames'

const CLASS_OPTIONS = FAILURE_CLASSES.map((value) => ({ value, label: FAILURE_LABELS[value] }))

/** What the provider's error codes mean, and what to do about them. */
export function ErrorStep() {
  const { draft, change, preview, problemWithin } = useMapping()
  const { errors } = draft
  const problem = problemWithin('errors')
  const setRows = (rows: MappingErrorRow[]) => change((before) => ({ ...before, errors: rows }))
  const add = (code: string, failureClass: FailureClass) =>
    setRows([...errors, { code, name: '', failureClass, permanent: null, plain: '', nextStep: '' }])
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">May be left out. A code that is not in the table is shown as the provider sends it.</p>
      <ul className="grid gap-2.5">
        {errors.map((row, index) => (
          <ErrorRow
            key={index}
            row={row}
            onRow={(next) => setRows(next ? errors.with(index, next) : errors.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <NewName what="code" meanings={CLASS_OPTIONS} onAdd={add} />
      {problem && <p className="text-sm text-failed">{problem}</p>}
      <UnknownNames what="Codes" names={preview?.unknown.errors ?? []} meanings={CLASS_OPTIONS} onAdd={add} />
      <ListField
        label="Codes that mean “no error”"
        field="noError"
        help="Separated by commas."
        values={draft.noError}
        onValues={(codes) =>
          change((before) => ({ ...before, noError: codes.filter((each) => each.length <= 255).slice(0, 20) }))
        }
      />
    </div>
  )
}
