'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, Circle, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { cn } from '@/components/ui/cn'
import { callbacksHeadOptions } from '@/lib/client/callbacksHeadOptions'
import { FIRST_STEPS, type FirstCallback as Words, type FirstStep, firstCallbackWords } from './firstCallbackWords'

/** Live events bring it at once; asking is only for the case that these are away. */
const POLL_MS = 4_000
const LOOKED_AT = 10
const MARKS = {
  waiting: { Icon: Circle, className: 'text-ink-3', word: 'not yet' },
  done: { Icon: Check, className: 'text-delivered', word: 'done' },
  wrong: { Icon: TriangleAlert, className: 'text-failed', word: 'did not pass' },
}
const NAMES: Record<FirstStep, string> = { received: 'Received', verified: 'Verified', applied: 'Applied' }

/** Waits for the first callback of a connection: three marks that light up, and in words what is wrong. */
export function FirstCallback({ connection }: { connection: string }) {
  const { data } = useQuery({ ...callbacksHeadOptions({ connection }, LOOKED_AT), refetchInterval: POLL_MS })
  const words = firstCallbackWords(data?.items ?? [])
  return (
    <div className={cn('grid gap-2 rounded-sm px-3 py-2.5', toneOf(words))}>
      <ol aria-label="How far it works" className="flex flex-wrap gap-x-5 gap-y-1">
        {FIRST_STEPS.map((step) => (
          <Mark key={step} step={step} state={words.steps[step]} />
        ))}
      </ol>
      <p role="status" className={cn('font-medium', words.about === null && 'animate-breathe')}>
        {words.text}
      </p>
      {words.about && (
        <p className="flex flex-wrap gap-x-4 text-sm">
          <Link className="link" href={`/callbacks/${words.about.id}`}>
            See the callback
          </Link>
          {words.unproved && (
            <Link className="link" href={`/callbacks/${words.about.id}#doctor`}>
              Find out why
            </Link>
          )}
        </p>
      )}
    </div>
  )
}

function Mark({ step, state }: { step: FirstStep; state: keyof typeof MARKS }) {
  const { Icon, className, word } = MARKS[state]
  return (
    <li className={cn('flex items-center gap-1.5', state === 'waiting' ? 'text-ink-3' : 'font-medium')}>
      <Icon size={15} strokeWidth={2.5} aria-hidden className={className} />
      {NAMES[step]}
      <span className="sr-only">: {word}</span>
    </li>
  )
}

function toneOf({ steps }: Words): string {
  const states = Object.values(steps)
  if (states.includes('wrong')) return 'bg-failed-wash'
  return states.every((state) => state === 'done') ? 'bg-delivered-wash' : 'bg-sunken'
}
