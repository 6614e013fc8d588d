'use client'

import { type ReactNode, useState } from 'react'
import { TextField } from './TextField'

interface ListFieldProps {
  label: string
  help: ReactNode
  field: string
  values: readonly string[]
  onValues: (values: string[]) => void
}

/** Several short texts in one line, separated by commas. What is typed stays as it is typed. */
export function ListField({ label, help, field, values, onValues }: ListFieldProps) {
  const [text, setText] = useState(values.join(', '))
  return (
    <TextField
      label={label}
      field={field}
      help={help}
      value={text}
      onText={(next) => {
        setText(next)
        onValues(splitCommas(next))
      }}
    />
  )
}

/** The texts between commas, without what is empty or doubled. */
export function splitCommas(text: string): string[] {
  const values = text.split(',').map((each) => each.trim())
  return values.filter((each, index) => each !== '' && values.indexOf(each) === index)
}
