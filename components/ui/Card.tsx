import { type ReactNode, useId } from 'react'
import { cn } from './cn'

interface CardProps {
  title: ReactNode
  /** Small words after the title: unit, range, how it was counted. */
  note?: ReactNode
  /** At the right end of the title line. */
  action?: ReactNode
  /** Without inner padding: for tables that run to the edges. */
  flush?: boolean
  className?: string
  children: ReactNode
}

/** A white sheet with a title: the section of a screen. */
export function Card({ title, note, action, flush = false, className, children }: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('min-w-0 rounded-lg border border-line bg-surface', className)}>
      <header className="flex min-h-11 flex-wrap items-center gap-x-2.5 px-4 pt-2 pb-1">
        <h2 id={id} className="text-sm font-semibold">
          {title}
        </h2>
        {note && <span className="text-xs text-ink-3">{note}</span>}
        {action && <span className="ml-auto text-xs text-ink-3">{action}</span>}
      </header>
      {flush ? children : <div className="px-4 pt-1 pb-4">{children}</div>}
    </section>
  )
}
