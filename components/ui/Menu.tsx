'use client'

import { DropdownMenu } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { cn } from './cn'

export interface MenuItem {
  label: ReactNode
  onSelect: () => void
  danger?: boolean
  disabled?: boolean
  hint?: ReactNode
}

/** A menu of actions. `children` is the button that opens it. */
export function Menu({
  children,
  items,
  align = 'end',
}: {
  children: ReactElement
  items: MenuItem[]
  align?: 'start' | 'end'
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 animate-appear rounded-md border border-line-strong bg-surface p-1"
        >
          {items.map((item, i) => (
            <DropdownMenu.Item
              key={i}
              onSelect={item.onSelect}
              disabled={item.disabled}
              className={cn(
                'flex min-h-8 cursor-default items-center gap-3 rounded-[5px] px-2.5 outline-none select-none data-disabled:opacity-50 data-highlighted:bg-sunken',
                item.danger && 'text-failed',
              )}
            >
              {item.label}
              {item.hint && <span className="ml-auto text-xs text-ink-3">{item.hint}</span>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
