'use client'

import { Pause } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import type { Connection } from '@/lib/contracts/connection'
import { usePause } from './usePause'

/** Pauses a connection that is not paused. */
export function PauseButton({ connection }: { connection: Connection }) {
  const pause = usePause(connection)
  return (
    <Button busy={pause.isPending} onClick={() => pause.mutate()}>
      <Pause size={14} aria-hidden /> Pause
    </Button>
  )
}
