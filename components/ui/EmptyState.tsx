import type { ReactNode } from 'react'
import { cn } from './cn'

interface EmptyStateProps {
  /** What is not here, and why: "No texts were sent between 02:00 and 03:00." */
  title: ReactNode
  children?: ReactNode
  /** The one next step. */
  action?: ReactNode
  className?: string
}

/** Says what would be here, why it is not, and the one next step. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('grid justify-items-start gap-1 px-4 py-8', className)}>
      <p className="text-lg font-semibold tracking-tight">{title}</p>
      {children && <div className="max-w-[56ch] text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}
