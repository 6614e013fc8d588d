'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { isCurrent, NAV_ITEMS } from './navItems'

/** The navigation of a phone: within reach of one thumb. */
export function BottomTabs() {
  const path = usePathname()
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-5">
        {NAV_ITEMS.map(({ href, label, icon: Icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent(href, path) ? 'page' : undefined}
              className="grid h-14 place-items-center content-center gap-0.5 text-[11px] text-ink-3 focus-visible:outline-offset-[-2px] aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              <Icon size={19} strokeWidth={1.75} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
