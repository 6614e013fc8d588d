'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, CircleHelp, Stethoscope } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/Button'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { applyRemedy } from '@/lib/client/applyRemedy'
import { LIVE_KEY } from '@/lib/client/refreshLiveQueries'
import type { Diagnosis } from '@/lib/contracts/doctor'
import { plural } from '@/lib/format/number'
import { findingWords } from './findingWords'
import { replayWords } from './replayWords'

interface FindingProps {
  callbackId: string
  registeredUrl: string | undefined
  diagnosis: Diagnosis
}

const ICONS = { found: Stethoscope, fine: Check, open: CircleHelp }

/** What the doctor found: the cause in words, the one line of configuration, and the button that applies it. */
export function Finding({ callbackId, registeredUrl, diagnosis }: FindingProps) {
  const queryClient = useQueryClient()
  const cure = useMutation({
    mutationFn: () => applyRemedy(callbackId, registeredUrl),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: [LIVE_KEY] }),
        queryClient.invalidateQueries({ queryKey: ['callbacks'] }),
        queryClient.invalidateQueries({ queryKey: ['connections'] }),
      ]),
  })
  if (cure.data) {
    return (
      <p role="status" className="flex items-start gap-2 rounded-sm bg-delivered-wash px-3 py-2.5 text-delivered">
        <Check size={16} aria-hidden className="mt-0.5 shrink-0" />
        <span>
          Applied to{' '}
          <Link className="link" href={`/connections/${cure.data.connection.id}`}>
            {cure.data.connection.name}
          </Link>
          . {replayWords(cure.data.replay)}
        </span>
      </p>
    )
  }
  const { kind, cause, also } = findingWords(diagnosis)
  const Icon = ICONS[kind]
  const { remedy, verifies, waiting } = diagnosis
  return (
    <div className="grid gap-2.5">
      <p className="flex items-start gap-2 font-medium">
        <Icon size={16} aria-hidden className="mt-0.5 shrink-0 text-ink-3" />
        <span>{cause}</span>
      </p>
      {remedy && (
        <code className="rounded-sm bg-sunken px-3 py-2 font-mono text-[12.5px] break-all">{remedy.line}</code>
      )}
      {also && <p className="text-sm text-ink-2">{also}</p>}
      <ProblemNotice error={cure.error} />
      {(remedy || verifies) && (
        <p>
          <Button variant="primary" busy={cure.isPending} onClick={() => cure.mutate()}>
            {remedy ? `Apply to this connection, and replay ${plural(waiting, 'callback')}` : 'Replay'}
          </Button>
        </p>
      )}
    </div>
  )
}
