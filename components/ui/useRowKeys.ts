'use client'

import { type RefObject, useEffect } from 'react'

/** Marks the link of a row that `j` and `k` move between: `<a data-row-link>`. */
const ROW = '[data-row-link]'
/** Written by the switch in the list of keys: people who dictate turn single keys off. */
const OFF_KEY = 'landed-shortcuts-off'

/** Moves the focus between the rows of a list with j (down) and k (up); Enter follows the link by itself. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'j' && event.key !== 'k') return
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
      if (localStorage.getItem(OFF_KEY) !== null) return
      const rows = [...(list.current?.querySelectorAll<HTMLElement>(ROW) ?? [])]
      const next = rows[nextIndex(rows, event.key === 'j' ? 1 : -1)]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [list])
}

/** From the focused row; without one, the first row that can be seen. */
function nextIndex(rows: HTMLElement[], step: number): number {
  const current = rows.findIndex((row) => row === document.activeElement)
  if (current >= 0) return Math.min(Math.max(current + step, 0), rows.length - 1)
  return Math.max(
    rows.findIndex((row) => row.getBoundingClientRect().top >= 0),
    0,
  )
}

function isBusy(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [role=listbox], [role=menu], [role=dialog]') !== null
  )
}
