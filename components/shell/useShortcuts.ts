'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useThemeToggle } from '@/components/ui/useThemeToggle'
import { SEARCH_FIELD_ID } from './SearchField'
import { shortcutOf } from './shortcutOf'

const PREFIX_MS = 1_200

/** Listens to the single keys of the desk while `enabled`, never while somebody types or holds a modifier. */
export function useShortcuts(enabled: boolean, onHelp: () => void): void {
  const router = useRouter()
  const toggleTheme = useThemeToggle()
  const prefixAt = useRef(-Infinity)

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const action = shortcutOf(event.key, event.timeStamp - prefixAt.current < PREFIX_MS)
      prefixAt.current = -Infinity
      // The help itself stays reachable: it is where the other keys are switched on again.
      if (!action || (!enabled && action.do !== 'help')) return
      event.preventDefault()
      if (action.do === 'prefix') prefixAt.current = event.timeStamp
      if (action.do === 'go') router.push(action.href)
      if (action.do === 'search') document.getElementById(SEARCH_FIELD_ID)?.focus()
      if (action.do === 'theme') toggleTheme()
      if (action.do === 'help') onHelp()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [enabled, onHelp, router, toggleTheme])
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  // Menus and lists use letters to jump to an entry.
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role=listbox], [role=menu], [role=dialog]') !== null
  )
}
