'use client'

import type { ReactNode } from 'react'
import { Field } from '@/components/ui/Field'
import { Select, type SelectOption } from '@/components/ui/Select'
import { Guess } from './Guess'
import { useMapping } from './MappingContext'

interface ChoiceProps<Value extends string> {
  label: string
  help?: ReactNode
  field: string
  value: Value
  options: readonly (SelectOption & { value: Value })[]
  onChoose: (value: Value) => void
}

/** One of a few values of the mapping. */
export function Choice<Value extends string>({ label, help, field, value, options, onChoose }: ChoiceProps<Value>) {
  const { problemOf, guessOf } = useMapping()
  return (
    <div className="grid gap-1">
      <Field label={label} help={help} error={problemOf(field)}>
        {({ id }) => (
          <Select
            id={id}
            label={label}
            value={value}
            options={options}
            onChange={(next) => next !== null && onChoose(next as Value)}
            className="w-fit"
          />
        )}
      </Field>
      <Guess reason={guessOf(field)} />
    </div>
  )
}
