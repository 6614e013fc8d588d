'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { removeConnection } from '@/lib/client/removeConnection'
import { LIVE_KEY } from '@/lib/client/refreshLiveQueries'
import { summaryOptions } from '@/lib/client/summaryOptions'
import type { Connection } from '@/lib/contracts/connection'
import { plural } from '@/lib/format/number'
import { everSince } from './everSince'
import { lossWords } from './lossWords'

interface RemoveConnectionDialogProps {
  /** null: closed. */
  connection: Connection | null
  onClose: () => void
}

/** Removes a connection after its name has been typed, and says before what is lost with it. */
export function RemoveConnectionDialog({ connection, onClose }: RemoveConnectionDialogProps) {
  return (
    <Dialog
      open={connection !== null}
      onOpenChange={(open) => !open && onClose()}
      title={connection ? `Remove “${connection.name}”?` : ''}
    >
      {connection && <Question key={connection.id} connection={connection} onClose={onClose} />}
    </Dialog>
  )
}

function Question({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const [range] = useState(() => everSince(new Date()))
  const loss = useQuery(summaryOptions({ ...range, connection: connection.id }))
  const removal = useMutation({
    mutationFn: () => removeConnection(connection.id),
    onSuccess: async ({ messages }) => {
      toast.success(`“${connection.name}” is removed, and ${plural(messages, 'message')} with it.`)
      onClose()
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: [LIVE_KEY] }),
        queryClient.invalidateQueries({ queryKey: ['messages'] }),
        queryClient.invalidateQueries({ queryKey: ['callbacks'] }),
      ])
    },
  })
  const confirmed = typed.trim() === connection.name.trim()
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (confirmed) removal.mutate()
      }}
    >
      <p aria-live="polite">{loss.isPlaceholderData ? lossWords(undefined) : lossWords(loss.data?.counts)}</p>
      <p>What the provider sends to its URL from then on is refused. This cannot be undone.</p>
      <Field label={`Type “${connection.name}” to confirm`}>
        {(control) => (
          <Input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <ProblemNotice error={removal.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Keep it</Button>
        <Button type="submit" variant="danger" disabled={!confirmed} busy={removal.isPending}>
          {removal.isPending ? 'Removing…' : 'Remove for good'}
        </Button>
      </div>
    </form>
  )
}
