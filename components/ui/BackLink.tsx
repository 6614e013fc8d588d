import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

/** The way from one thing back to its list. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="-ml-1 inline-flex min-h-6 items-center gap-0.5 text-sm text-ink-3 hover:text-ink">
      <ChevronLeft size={15} aria-hidden />
      {children}
    </Link>
  )
}
