'use client'

import { useTheme } from 'next-themes'

/** A function that changes to the other theme and remembers it in this browser. */
export function useThemeToggle(): () => void {
  const { resolvedTheme, setTheme } = useTheme()
  return () => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')
}
