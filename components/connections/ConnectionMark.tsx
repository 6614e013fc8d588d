import { CircleCheck, CircleDashed, CircleHelp, CirclePause, Loader, RotateCw, TriangleAlert } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { ConnectionState } from './connectionState'

const MARKS: Record<ConnectionState, { Icon: typeof CircleCheck; className: string }> = {
  heard: { Icon: CircleCheck, className: 'text-delivered' },
  waiting: { Icon: CircleDashed, className: 'text-ink-3' },
  never: { Icon: CircleHelp, className: 'text-failed' },
  refusing: { Icon: TriangleAlert, className: 'text-failed' },
  silent: { Icon: CircleHelp, className: 'text-failed' },
  paused: { Icon: CirclePause, className: 'text-warn' },
  applying: { Icon: Loader, className: 'animate-breathe text-ink-2' },
  rotating: { Icon: RotateCw, className: 'text-delivered' },
}

/** The shape of a connection's state; its words stand beside it. */
export function ConnectionMark({ state, className }: { state: ConnectionState; className?: string }) {
  const { Icon, className: tone } = MARKS[state]
  return <Icon size={16} strokeWidth={2.25} aria-hidden className={cn('shrink-0', tone, className)} />
}
