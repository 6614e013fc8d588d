import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClass } from './buttonClass'
import { cn } from './cn'

/** A button. `busy` keeps its width, says so to screen readers and refuses clicks. `asChild` dresses a link instead. */
export function Button({
  variant,
  size,
  busy = false,
  asChild = false,
  className,
  disabled,
  type = 'button',
  ...props
}: ComponentProps<'button'> & ButtonLook & { busy?: boolean; asChild?: boolean }) {
  const look = cn(buttonClass({ variant, size }), busy && 'animate-breathe', className)
  if (asChild) return <Slot.Root className={look} {...props} />
  return <button type={type} className={look} disabled={disabled || busy} aria-busy={busy || undefined} {...props} />
}
