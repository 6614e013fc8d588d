import type { ReactNode } from 'react'

/** A key that can be pressed here. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-[4px] border border-line bg-bg px-1 font-mono text-[11px] leading-none text-ink-3">
      {children}
    </kbd>
  )
}
