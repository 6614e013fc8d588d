'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, Loader, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { callbacksHeadOptions } from '@/lib/client/callbacksHeadOptions'
import { firstCallbackWords } from './firstCallbackWords'

/** Live events bring it at once; asking is only for the case that these are away. */
const POLL_MS = 4_000
const LOOK = {
  waiting: { Icon: Loader, className: 'bg-sunken text-ink-2' },
  received: { Icon: Check, className: 'bg-delivered-wash text-delivered' },
  refused: { Icon: TriangleAlert, className: 'bg-failed-wash text-failed' },
}

/** Waits for the first callback of a connection and says whether it was accepted, or why not. */
export function FirstCallback({ connection }: { connection: string }) {
  const { data } = useQuery({ ...callbacksHeadOptions({ connection }, 1), refetchInterval: POLL_MS })
  const newest = data?.items[0]
  const { state, text } = firstCallbackWords(newest)
  const { Icon, className } = LOOK[state]
  return (
    <p role="status" className={cn('flex items-start gap-2 rounded-sm px-3 py-2.5 font-medium', className)}>
      <Icon size={16} aria-hidden className={cn('mt-0.5 shrink-0', state === 'waiting' && 'animate-breathe')} />
      <span>
        {text}{' '}
        {newest && (
          <Link className="link font-normal" href={`/callbacks/${newest.id}`}>
            See it
          </Link>
        )}
      </span>
    </p>
  )
}
