'use client'

import { Download, Sparkles } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { EmptyState } from '@/components/ui/EmptyState'
import { Skeleton } from '@/components/ui/Skeleton'
import { Select } from '@/components/ui/Select'
import { useTimeZone } from '@/lib/client/BusinessZone'
import type { CallbackSample, PreviewedCallback } from '@/lib/contracts/mappingApi'
import { formatTime } from '@/lib/format/time'
import { FixtureDialog } from './FixtureDialog'
import { MadeOfIt } from './MadeOfIt'
import { useMapping } from './MappingContext'
import { PasteSample } from './PasteSample'
import { SampleView } from './SampleView'

const METHODS = ['POST', 'PUT', 'GET'] as const
const LONGEST = 200_000

interface SamplePaneProps {
  samples: readonly CallbackSample[]
  onPaste: (sample: CallbackSample) => void
  /** Fills in what a callback looks like. */
  onGuess: (sample: CallbackSample) => void
}

/** The last real callbacks or pasted samples, and what the mapping makes of each, while it is being written. */
export function SamplePane({ samples, onPaste, onGuess }: SamplePaneProps) {
  const { preview } = useMapping()
  const timeZone = useTimeZone()
  const [chosen, setChosen] = useState(0)
  const [isExporting, setExporting] = useState(false)
  const callbacks = preview?.callbacks ?? []
  const index = Math.min(chosen, Math.max(callbacks.length - 1, 0))
  const callback = callbacks[index]
  const paste = (
    <PasteSample
      onPaste={(sample) => {
        setChosen(0)
        onPaste(sample)
      }}
    />
  )
  if (!preview)
    return (
      <Card title="Sample">
        <Skeleton className="h-40 w-full" />
      </Card>
    )
  if (!callback)
    return (
      <Card title="Sample">
        <EmptyState title="Nothing to look at yet." action={paste} className="px-0 py-4">
          Send a text through the provider: its callbacks are kept and appear here by themselves. Or paste one from its
          documentation or your logs.
        </EmptyState>
      </Card>
    )
  return (
    <div className="grid min-w-0 gap-4">
      <Card title="What the mapping makes of it" note={summaryOf(callbacks)}>
        <MadeOfIt callback={callback} />
      </Card>
      <Card
        title="Sample"
        action={
          <span className="flex flex-wrap items-center gap-2">
            <Button size="small" variant="quiet" onClick={() => onGuess(sampleOf(callback, samples[index]))}>
              <Sparkles size={14} aria-hidden /> Guess
            </Button>
            <Button size="small" variant="quiet" onClick={() => setExporting(true)}>
              <Download size={14} aria-hidden /> Fixture
            </Button>
            {paste}
          </span>
        }
      >
        <div className="grid gap-3">
          {callbacks.length > 1 && (
            <Select
              label="Which callback"
              value={String(index)}
              options={callbacks.map((each, position) => ({
                value: String(position),
                label: nameOf(each, position, timeZone),
              }))}
              onChange={(value) => setChosen(Number(value))}
              className="w-fit"
            />
          )}
          <p className="font-mono text-[12.5px] break-all text-ink-3">
            {callback.method} {callback.target}
          </p>
          <SampleView callback={callback} />
          {callback.isCut && <p className="text-sm text-ink-3">Only the beginning of the body is shown.</p>}
        </div>
      </Card>
      <FixtureDialog
        open={isExporting}
        onOpenChange={setExporting}
        callback={callback}
        sample={callback.id === null ? samples[index] : undefined}
      />
    </div>
  )
}

/** A kept callback as far as it is shown: without what is secret. */
function sampleOf({ id, method, target, headers, body }: PreviewedCallback, pasted: CallbackSample | undefined) {
  if (id === null && pasted) return pasted
  return { method: METHODS.find((each) => each === method) ?? 'POST', target, headers, body: body.slice(0, LONGEST) }
}

function nameOf(callback: PreviewedCallback, position: number, timeZone: string): string {
  const { receivedAt, method, receiptCount, unreadableCount } = callback
  const when = receivedAt === null ? `pasted sample ${position + 1}` : formatTime(receivedAt, timeZone, 'second')
  const what = unreadableCount > 0 ? 'not all read' : receiptCount > 0 ? 'read' : 'nothing to do'
  return `${when} · ${method} · ${what}`
}

function summaryOf(callbacks: readonly PreviewedCallback[]): string {
  if (callbacks.length < 2) return ''
  const read = callbacks.filter(({ receiptCount, unreadableCount }) => receiptCount > 0 && unreadableCount === 0).length
  return `${read} of ${callbacks.length} callbacks are wholly read`
}
