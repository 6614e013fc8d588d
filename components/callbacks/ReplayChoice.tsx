'use client'

import type { CallbackList } from '@/lib/contracts/callback'
import { formatCount } from '@/lib/format/number'
import { ReplayButton } from './ReplayButton'
import type { ReplayProgress } from './useReplay'

interface ReplayChoiceProps {
  selected: ReadonlySet<string>
  /** What waits; undefined while it is being read. */
  open: CallbackList | undefined
  progress: ReplayProgress | null
  /** null: all that wait. */
  onReplay: (ids: readonly string[] | null) => void
}

/** Replays what is selected, or everything that waits when nothing is. */
export function ReplayChoice({ selected, open, progress, onReplay }: ReplayChoiceProps) {
  if (selected.size > 0)
    return (
      <ReplayButton
        variant="primary"
        count={selected.size}
        label={`Replay ${formatCount(selected.size)} selected`}
        progress={progress}
        onReplay={() => onReplay([...selected])}
      />
    )
  if (!open || open.items.length === 0) return null
  return (
    <ReplayButton
      count={open.items.length}
      atLeast={open.nextCursor !== null}
      label={`Replay all ${waitingWords(open)} in quarantine`}
      progress={progress}
      onReplay={() => onReplay(null)}
    />
  )
}

/** "6", or "200+" when more wait than one page holds; empty for none. */
export function waitingWords(open: CallbackList | undefined): string {
  if (!open || open.items.length === 0) return ''
  return `${formatCount(open.items.length)}${open.nextCursor === null ? '' : '+'}`
}
