import { NAV_ITEMS } from './navItems'

export type ShortcutAction =
  { do: 'go'; href: string } | { do: 'search' } | { do: 'theme' } | { do: 'help' } | { do: 'prefix' }

/** What a key means, given whether `g` was pressed just before. Null: nothing of ours. Pure. */
export function shortcutOf(key: string, afterG: boolean): ShortcutAction | null {
  if (afterG) {
    const item = NAV_ITEMS.find((each) => each.key === key)
    return item ? { do: 'go', href: item.href } : null
  }
  if (key === 'g') return { do: 'prefix' }
  if (key === '/') return { do: 'search' }
  if (key === 't') return { do: 'theme' }
  return key === '?' ? { do: 'help' } : null
}
