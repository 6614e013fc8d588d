'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { Dialog } from '@/components/ui/Dialog'
import { changeCodes } from '@/lib/client/changeCodes'
import { LIVE_KEY } from '@/lib/client/refreshLiveQueries'
import type { CodeEntry, CodeOverride, OverrideChanged } from '@/lib/contracts/codes'
import type { Connection } from '@/lib/contracts/connection'
import { ConfirmStep } from './ConfirmStep'
import { OverrideForm, type OverrideInput } from './OverrideForm'

/** What somebody wants to do with a word or code. */
export type OverrideWish =
  { do: 'say'; provider: string; entry: CodeEntry } | { do: 'end'; provider: string; override: CodeOverride }

interface OverrideDialogProps {
  /** null: closed. */
  wish: OverrideWish | null
  connections: readonly Connection[]
  onClose: () => void
}

/** Says what a word or code means, or ends it: first what it would do to stored messages, then the deed. */
export function OverrideDialog({ wish, connections, onClose }: OverrideDialogProps) {
  const code = wish?.do === 'say' ? wish.entry.code : wish?.override.code
  return (
    <Dialog
      open={wish !== null}
      onOpenChange={(open) => !open && onClose()}
      title={wish?.do === 'end' ? `End what is said of ${code}` : `What ${code} means`}
    >
      {wish && <Steps key={JSON.stringify(wish)} wish={wish} connections={connections} onClose={onClose} />}
    </Dialog>
  )
}

function Steps({ wish, connections, onClose }: OverrideDialogProps & { wish: OverrideWish }) {
  const queryClient = useQueryClient()
  const [input, setInput] = useState<OverrideInput | null>(null)
  const [step, setStep] = useState<'form' | 'confirm'>(wish.do === 'say' ? 'form' : 'confirm')
  const deed = useMutation({
    mutationFn: (author: string) =>
      wish.do === 'end'
        ? changeCodes.end(wish.override.id, author)
        : changeCodes.create({ ...(input ?? emptyInput(wish.entry)), author }),
    onSuccess: async (changed) => {
      toast.success(doneWords(changed))
      onClose()
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['codes'] }),
        queryClient.invalidateQueries({ queryKey: [LIVE_KEY] }),
        queryClient.invalidateQueries({ queryKey: ['messages'] }),
      ])
    },
  })
  if (wish.do === 'say' && (step === 'form' || !input))
    return (
      <OverrideForm
        entry={wish.entry}
        provider={wish.provider}
        connections={connections.filter(({ adapter }) => adapter === wish.entry.adapter)}
        start={input ?? emptyInput(wish.entry)}
        onNext={(next) => {
          deed.reset()
          setInput(next)
          setStep('confirm')
        }}
      />
    )
  return (
    <ConfirmStep
      question={wish.do === 'end' ? endQuestion(wish.override) : questionOf(input ?? emptyInput(wish.entry))}
      label={wish.do === 'end' ? 'End it' : 'Say so'}
      busy={deed.isPending}
      error={deed.error}
      onBack={wish.do === 'say' ? () => setStep('form') : onClose}
      onConfirm={(author) => deed.mutate(author)}
    />
  )
}

function questionOf({ adapter, connection, kind, code, status, failureClass }: OverrideInput) {
  return { adapter, connection, kind, code, status, failureClass }
}

function endQuestion({ adapter, connection, kind, code }: CodeOverride) {
  return { adapter, connection: connection?.id ?? null, kind, code, status: null, failureClass: null }
}

/** As it is now, so that a person changes what is wrong and leaves the rest. */
function emptyInput({ adapter, connection, kind, code, override }: CodeEntry): OverrideInput {
  return {
    adapter,
    connection: connection?.id ?? null,
    kind,
    code,
    status: override?.status ?? null,
    failureClass: override?.failureClass ?? null,
    permanent: override?.permanent ?? null,
    plain: override?.plain ?? null,
    nextStep: override?.nextStep ?? null,
    note: null,
  }
}

function doneWords({ override, job }: OverrideChanged): string {
  const said = override.endedAt ? `What was said of ${override.code} has ended.` : `${override.code} is explained.`
  return job === null ? said : `${said} Stored messages follow now.`
}
