'use client'

import { Moon, Sun } from 'lucide-react'
import { Button } from './Button'
import { Tip } from './Tip'
import { useThemeToggle } from './useThemeToggle'

/** Changes between the light and the dark theme. CSS picks the icon, so that server and browser render the same. */
export function ThemeToggle() {
  const toggle = useThemeToggle()
  return (
    <Tip text="Light or dark (t)">
      <Button variant="quiet" size="icon" aria-label="Change between light and dark" onClick={toggle}>
        <Moon size={16} aria-hidden className="dark:hidden" />
        <Sun size={16} aria-hidden className="hidden dark:block" />
      </Button>
    </Tip>
  )
}
