import { Activity, BookOpen, Inbox, List, type LucideIcon, Plug } from 'lucide-react'

export interface NavItem {
  href: string
  label: string
  /** The key after `g` that goes there. */
  key: string
  icon: LucideIcon
}

export const DESK_ITEMS: readonly NavItem[] = [
  { href: '/', label: 'Live', key: 'l', icon: Activity },
  { href: '/messages', label: 'Messages', key: 'm', icon: List },
]

export const OPERATE_ITEMS: readonly NavItem[] = [
  { href: '/callbacks', label: 'Callbacks', key: 'c', icon: Inbox },
  { href: '/connections', label: 'Connections', key: 'n', icon: Plug },
  { href: '/codes', label: 'Codes', key: 'k', icon: BookOpen },
]

export const NAV_ITEMS: readonly NavItem[] = [...DESK_ITEMS, ...OPERATE_ITEMS]

/** True when `path` is the page of `href` or one below it. */
export function isCurrent(href: string, path: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
}
