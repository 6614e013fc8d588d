'use client'

import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

interface SegmentsProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: ReactNode }[]
  className?: string
}

/** One of two to five, all visible: a view switch. Arrow keys move between them. */
export function Segments<Value extends string>({ label, value, onChange, options, className }: SegmentsProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      // An empty value means "clicked the chosen one again": stay.
      onValueChange={(next) => next !== '' && onChange(next as Value)}
      className={cn('inline-flex max-w-full overflow-x-auto rounded-sm border border-line bg-surface', className)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className="h-[30px] shrink-0 rounded-[5px] px-2.5 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:outline-offset-[-2px] data-[state=on]:bg-accent-wash data-[state=on]:font-medium data-[state=on]:text-accent"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
