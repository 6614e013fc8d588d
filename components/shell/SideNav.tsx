'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { ThemeToggle } from '@/components/ui/ThemeToggle'
import { TimeZoneNote } from '@/components/ui/TimeZoneNote'
import { Brand } from './Brand'
import { DESK_ITEMS, isCurrent, type NavItem, OPERATE_ITEMS } from './navItems'

/** The navigation at the left of a wide screen. */
export function SideNav() {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="sticky top-0 hidden h-dvh flex-col gap-0.5 border-r border-line px-3 pt-[18px] pb-3 md:flex"
    >
      <div className="px-2 pb-4">
        <Brand />
      </div>
      <Items items={DESK_ITEMS} path={path} />
      <p id="nav-operate" className="mx-2 mt-3.5 mb-1 text-xs text-ink-3">
        Operate
      </p>
      <Items items={OPERATE_ITEMS} path={path} labelledBy="nav-operate" />
      <div className="mt-auto flex items-center justify-between gap-2 border-t border-line px-2 pt-2 text-xs text-ink-3">
        <TimeZoneNote />
        <ThemeToggle />
      </div>
    </nav>
  )
}

function Items({ items, path, labelledBy }: { items: readonly NavItem[]; path: string; labelledBy?: string }) {
  return (
    <ul aria-labelledby={labelledBy} className="grid gap-0.5">
      {items.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isCurrent(href, path) ? 'page' : undefined}
            className="flex h-[34px] items-center rounded-sm border border-transparent px-2 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:border-line aria-[current=page]:bg-surface aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
