'use client'

import { ChevronDown } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { RANGE_NAMES, type RangeName, type TimeRange } from '@/lib/metrics/timeRange'
import { CustomRange } from './CustomRange'
import { rangeWords } from './rangeWords'

interface RangePickerProps {
  name: RangeName | 'custom'
  label: string
  range: TimeRange
  onName: (name: RangeName) => void
  onRange: (from: Date, to: Date) => void
}

/** Chooses the range of send times: one with a name, or from and to by hand. */
export function RangePicker({ name, label, range, onName, onRange }: RangePickerProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={`Time range: ${label}`}
        className="inline-flex h-8 max-w-full items-center gap-1.5 rounded-sm border border-line bg-surface px-2.5 font-medium hover:border-line-strong"
      >
        <span className="truncate">{label}</span>
        <ChevronDown size={14} aria-hidden className="text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Time range"
          className="z-50 w-[264px] animate-appear rounded-md border border-line-strong bg-surface p-1"
        >
          <ul className="grid grid-cols-2">
            {RANGE_NAMES.map((each) => (
              <li key={each}>
                <button
                  type="button"
                  aria-pressed={each === name}
                  onClick={() => (onName(each), setOpen(false))}
                  className={cn(
                    'h-8 w-full rounded-[5px] px-2.5 text-left hover:bg-sunken',
                    each === name && 'bg-accent-wash font-medium text-accent hover:bg-accent-wash',
                  )}
                >
                  {rangeWords(each, '').label}
                </button>
              </li>
            ))}
          </ul>
          <CustomRange range={range} onRange={(from, to) => (onRange(from, to), setOpen(false))} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
