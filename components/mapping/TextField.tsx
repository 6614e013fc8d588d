'use client'

import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { Guess } from './Guess'
import { useMapping } from './MappingContext'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: ReactNode
  help?: ReactNode
  /** Path in the mapping, where problems and guesses are looked up. */
  field: string
  value: string
  onText: (value: string) => void
}

/** A line of text of the mapping, with what is wrong with it and how it was guessed. */
export function TextField({ label, help, field, value, onText, className, ...props }: TextFieldProps) {
  const { problemOf, guessOf } = useMapping()
  return (
    <div className="grid gap-1">
      <Field label={label} help={help} error={problemOf(field)}>
        {(control) => (
          <Input
            {...control}
            {...props}
            spellCheck={false}
            autoComplete="off"
            className={cn('font-mono text-[13px]', className)}
            value={value}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
      <Guess reason={guessOf(field)} />
    </div>
  )
}
