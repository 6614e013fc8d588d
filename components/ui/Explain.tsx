'use client'

import { Popover } from 'radix-ui'
import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { cn } from './cn'

/**
 * Words that explain themselves: dotted underline, the explanation on hover, on focus by key, and on touch.
 * For figures: the formula, what is left out, and n.
 */
export function Explain({ children, text, className }: { children: ReactNode; text: ReactNode; className?: string }) {
  const [open, setOpen] = useState(false)
  const closing = useRef<ReturnType<typeof setTimeout>>(undefined)
  const hover = (next: boolean) => (event: PointerEvent) => {
    if (event.pointerType !== 'mouse') return
    clearTimeout(closing.current)
    if (next) setOpen(true)
    else closing.current = setTimeout(() => setOpen(false), 120)
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={cn('link text-left', className)}
        onPointerEnter={hover(true)}
        onPointerLeave={hover(false)}
      >
        {children}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onPointerEnter={hover(true)}
          onPointerLeave={hover(false)}
          className="z-50 max-w-[340px] animate-appear rounded-md border border-line-strong bg-surface px-3 py-2.5 text-sm text-ink-2"
        >
          {text}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
