'use client'

import { useState } from 'react'
import { Input } from '@/components/ui/Input'
import { Pill } from '@/components/ui/Pill'
import { Select } from '@/components/ui/Select'
import type { MappingErrorRow } from '@/lib/contracts/mapping'
import { FAILURE_CLASSES, FAILURE_LABELS, type FailureClass } from '@/lib/status/failureClass'
import { ErrorRow } from './ErrorRow'
import { ListField } from './ListField'
import { useMapping } from './MappingContext'

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
      <NewCode onAdd={add} />
      {problem && <p className="text-sm text-failed">{problem}</p>}
      <Unknown codes={preview?.unknown.errors ?? []} onAdd={add} />
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

function NewCode({ onAdd }: { onAdd: (code: string, failureClass: FailureClass) => void }) {
  const [code, setCode] = useState('')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Input
        aria-label="New code"
        placeholder="another code"
        spellCheck={false}
        className="w-0 min-w-28 flex-1 font-mono text-[13px]"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Select
        label="Meaning of the new code"
        value={null}
        placeholder="means…"
        options={CLASS_OPTIONS}
        onChange={(failureClass) => {
          if (failureClass === null || code === '') return
          onAdd(code, failureClass as FailureClass)
          setCode('')
        }}
      />
    </div>
  )
}

function Unknown({
  codes,
  onAdd,
}: {
  codes: readonly { code: string; count: number }[]
  onAdd: (code: string, failureClass: FailureClass) => void
}) {
  if (codes.length === 0) return null
  return (
    <section aria-label="Codes that nobody knows" className="grid gap-1.5 rounded-sm bg-warn-wash px-3 py-2.5">
      <h3 className="font-semibold">Seen in the samples, not in the table</h3>
      <ul className="grid gap-1.5">
        {codes.map(({ code, count }) => (
          <li key={code} className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-[13px] break-all">{code}</code>
            {count > 1 && <Pill>{count} times</Pill>}
            <Select
              label={`Meaning of ${code}`}
              value={null}
              placeholder="means…"
              options={CLASS_OPTIONS}
              onChange={(failureClass) => failureClass !== null && onAdd(code, failureClass as FailureClass)}
              className="ml-auto"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
