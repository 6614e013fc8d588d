import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A one-line text field. Inside a Field it is labelled by it. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return (
    <input
      className={cn(
        'h-8 w-full min-w-0 rounded-sm border border-control bg-surface px-2.5 placeholder:text-ink-3 aria-invalid:border-failed',
        className,
      )}
      {...props}
    />
  )
}
