import type { ReactNode } from 'react'
import { cn } from './cn'

/** Something to know before going on: not an error, not decoration. */
export function Notice({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div role="note" className={cn('rounded-sm bg-warn-wash px-3 py-2.5', className)}>
      {children}
    </div>
  )
}
