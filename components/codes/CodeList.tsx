'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { codeKey } from '@/lib/client/codesHref'
import type { CodeDictionary, CodeEntry } from '@/lib/contracts/codes'
import { CodeItem } from './CodeItem'
import type { OverrideWish } from './OverrideDialog'

interface CodeListProps {
  dictionary: CodeDictionary
  entries: readonly CodeEntry[]
  /** Key of the entry that is open. */
  open: string | null
  onOpen: (key: string | null) => void
  onWish: (wish: OverrideWish) => void
}

/** The dictionary, of which only what is on screen is drawn. */
export function CodeList({ dictionary, entries, open, onOpen, onWish }: CodeListProps) {
  const list = useRef<HTMLUListElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const names = useMemo(() => new Map(dictionary.providers.map(({ id, name }) => [id, name])), [dictionary])
  useLayoutEffect(() => {
    if (list.current) setScrollMargin(list.current.getBoundingClientRect().top + window.scrollY)
  }, [entries])
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => 56,
    getItemKey: (index) => {
      const entry = entries[index]
      return entry ? codeKey(entry) : index
    },
    overscan: 8,
    scrollMargin,
  })
  return (
    <ul ref={list} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((item) => {
        const entry = entries[item.index]
        if (!entry) return null
        const key = codeKey(entry)
        return (
          <li
            key={item.key}
            ref={rows.measureElement}
            data-index={item.index}
            aria-setsize={entries.length}
            aria-posinset={item.index + 1}
            className="absolute inset-x-0 top-0 border-b border-line"
            style={{ transform: `translateY(${item.start - scrollMargin}px)` }}
          >
            <CodeItem
              entry={entry}
              provider={names.get(entry.adapter) ?? entry.adapter}
              steps={entry.steps === null ? undefined : dictionary.steps[entry.steps]}
              isOpen={open === key}
              onToggle={() => onOpen(open === key ? null : key)}
              onWish={onWish}
            />
          </li>
        )
      })}
    </ul>
  )
}
