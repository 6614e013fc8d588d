'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import type { CodeEntry, CodeKind } from '@/lib/contracts/codes'
import type { Connection } from '@/lib/contracts/connection'
import { FAILURE_CLASSES, FAILURE_LABELS, type FailureClass } from '@/lib/status/failureClass'
import { stateOf } from '@/lib/status/state'
import { type Status, STATUSES } from '@/lib/status/status'

/** What is said, but for who says it. */
export interface OverrideInput {
  adapter: string
  /** Null: all connections of the provider. */
  connection: string | null
  kind: CodeKind
  code: string
  status: Status | null
  failureClass: FailureClass | null
  permanent: boolean | null
  plain: string | null
  nextStep: string | null
  note: string | null
}

interface OverrideFormProps {
  entry: CodeEntry
  provider: string
  /** Those of the provider. */
  connections: readonly Connection[]
  start: OverrideInput
  onNext: (input: OverrideInput) => void
}

const PERMANENCE = [
  { value: 'yes', label: 'No: it lasts' },
  { value: 'no', label: 'Yes: it may pass' },
]

/** The first step: what the word or code means here. What is left open stays as the provider's table has it. */
export function OverrideForm({ entry, provider, connections, start, onNext }: OverrideFormProps) {
  const [input, setInput] = useState(start)
  const set = (patch: Partial<OverrideInput>) => setInput((old) => ({ ...old, ...patch }))
  const hasReason = input.status === null || ['failed', 'unconfirmed'].includes(stateOf(input.status))
  const { status, failureClass, permanent, plain, nextStep } = input
  const saysNothing = [status, failureClass, permanent, plain || null, nextStep || null].every((part) => part === null)
  const isFixed = entry.adapter === 'custom'
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onNext({ ...input, failureClass: hasReason ? input.failureClass : null })
      }}
    >
      <p className="text-ink-2">
        {entry.kind === 'status' ? 'Status word' : 'Error code'} <span className="font-mono">{entry.code}</span> of{' '}
        {provider}
        {entry.name && <>, “{entry.name}”</>}. What you leave open stays as it is.
      </p>
      <Choice
        label="For"
        all={isFixed ? undefined : `All connections of ${provider}`}
        value={input.connection}
        onChange={(connection) => set({ connection })}
        options={connections.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choice
        label="The text is then"
        all="Left as it is"
        value={input.status}
        onChange={(value) => set({ status: STATUSES.find((each) => each === value) ?? null })}
        options={STATUSES.map((value) => ({ value, label: STATUS_WORDS[value] }))}
      />
      {hasReason && (
        <Choice
          label="Because"
          all="Left as it is"
          value={input.failureClass}
          onChange={(value) => set({ failureClass: FAILURE_CLASSES.find((each) => each === value) ?? null })}
          options={FAILURE_CLASSES.map((value) => ({ value, label: FAILURE_LABELS[value] }))}
        />
      )}
      {hasReason && (
        <Choice
          label="Can sending again work?"
          all="Left as it is"
          value={input.permanent === null ? null : input.permanent ? 'yes' : 'no'}
          onChange={(value) => set({ permanent: value === null ? null : value === 'yes' })}
          options={PERMANENCE}
        />
      )}
      <Words
        label="In plain words"
        help="One sentence for support."
        max={300}
        value={plain}
        onChange={(next) => set({ plain: next })}
      />
      <Words
        label="Next step"
        help="A few words: “wait”, “fix number”, “ask provider”."
        max={200}
        value={nextStep}
        onChange={(next) => set({ nextStep: next })}
      />
      <Words
        label="Why"
        help="Where you know it from, for the next person."
        max={1000}
        value={input.note}
        onChange={(note) => set({ note })}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={saysNothing || (isFixed && input.connection === null)}>
          Preview
        </Button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  label: string
  all: string | undefined
  value: string | null
  onChange: (value: string | null) => void
  options: readonly { value: string; label: string }[]
}

function Choice({ label, all, ...select }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => <Select id={control.id} label={label} {...(all === undefined ? {} : { all })} {...select} />}
    </Field>
  )
}

interface WordsProps {
  label: string
  help: string
  max: number
  value: string | null
  onChange: (value: string | null) => void
}

function Words({ label, help, max, value, onChange }: WordsProps) {
  return (
    <Field label={label} help={help}>
      {(control) => (
        <Input
          {...control}
          maxLength={max}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )}
    </Field>
  )
}
