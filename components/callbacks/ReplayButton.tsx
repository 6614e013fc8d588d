'use client'

import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { formatCount, plural } from '@/lib/format/number'
import type { ReplayProgress } from './useReplay'

/** A replay cannot be undone; more than this many are confirmed first. */
const CONFIRM_FROM = 10

interface ReplayButtonProps {
  /** What is replayed, for the button and the question. */
  count: number
  /** True when there are more than `count`. */
  atLeast?: boolean
  label: string
  progress: ReplayProgress | null
  onReplay: () => void
  variant?: 'primary' | 'plain'
}

/** Replays at once when it is few, after a question when it is many. */
export function ReplayButton({ count, atLeast, label, progress, onReplay, variant }: ReplayButtonProps) {
  const [asking, setAsking] = useState(false)
  const busy = progress !== null
  const many = count >= CONFIRM_FROM || atLeast === true
  const start = () => {
    setAsking(false)
    onReplay()
  }
  return (
    <>
      <Button variant={variant} busy={busy} disabled={count === 0} onClick={many ? () => setAsking(true) : start}>
        <RotateCw size={14} aria-hidden />
        <span aria-live="polite">{progress ? progressWords(progress) : label}</span>
      </Button>
      <Dialog
        title={`Replay ${atLeast ? 'more than ' : ''}${plural(count, 'callback')}?`}
        open={asking}
        onOpenChange={setAsking}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Not now</Button>
            <Button variant="primary" onClick={start}>
              Replay
            </Button>
          </>
        }
      >
        <p>
          Each is checked again with today’s secrets. What proves authentic and readable becomes part of its message and
          of the figures, as of the moment it arrived. That cannot be undone. The rest stays in quarantine.
        </p>
      </Dialog>
    </>
  )
}

function progressWords({ done, total }: ReplayProgress): string {
  return total === null ? 'Replaying…' : `Replaying, ${formatCount(done)} of ${formatCount(total)}…`
}
