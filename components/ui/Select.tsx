'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export interface SelectOption {
  value: string
  label: ReactNode
  /** Small words at the right. */
  hint?: ReactNode
}

interface SelectProps {
  /** What is chosen here, for screen readers. */
  label: string
  /** null: nothing chosen; the first option is then `all`, if given. */
  value: string | null
  onChange: (value: string | null) => void
  options: readonly SelectOption[]
  /** Words for "no restriction"; choosing it gives null. */
  all?: string
  placeholder?: string
  className?: string
  id?: string
}

/** Radix forbids an empty value; no real one begins with a NUL. */
const ALL = '\u0000all'

/** Chooses one of a few values. Looks like a pill of the top bar. */
export function Select({ label, value, onChange, options, all, placeholder, className, id }: SelectProps) {
  return (
    <Radix.Root value={value ?? (all ? ALL : '')} onValueChange={(next) => onChange(next === ALL ? null : next)}>
      <Radix.Trigger
        id={id}
        aria-label={label}
        className={cn(
          'inline-flex h-8 max-w-full items-center gap-1.5 rounded-sm border border-line bg-surface px-2.5 font-medium hover:border-line-strong data-placeholder:text-ink-3',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon className="ml-auto text-ink-3">
          <ChevronDown size={14} aria-hidden />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-appear overflow-hidden rounded-md border border-line-strong bg-surface"
        >
          <Radix.Viewport className="p-1">
            {all && <Item value={ALL} label={all} />}
            {options.map((option) => (
              <Item key={option.value} {...option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Item({ value, label, hint }: SelectOption) {
  return (
    <Radix.Item
      value={value}
      className="flex min-h-8 cursor-default items-center gap-2 rounded-[5px] py-1 pr-3 pl-7 outline-none select-none data-highlighted:bg-sunken"
    >
      <Radix.ItemIndicator className="absolute left-2.5 text-accent">
        <Check size={14} aria-hidden />
      </Radix.ItemIndicator>
      <Radix.ItemText>{label}</Radix.ItemText>
      {hint !== undefined && <span className="ml-auto pl-4 text-xs text-ink-3">{hint}</span>}
    </Radix.Item>
  )
}
