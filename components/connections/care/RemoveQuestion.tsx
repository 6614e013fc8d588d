'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { connectionLossOptions } from '@/lib/client/connectionLossOptions'
import { messagesHref } from '@/lib/client/messagesHref'
import { refreshConnections } from '@/lib/client/refreshConnections'
import { removeConnection } from '@/lib/client/removeConnection'
import type { Connection } from '@/lib/contracts/connection'
import { plural } from '@/lib/format/number'
import { lossLines } from '../lossLines'

interface RemoveQuestionProps {
  connection: Connection
  onClose: () => void
  onRemoved: (() => void) | undefined
}

/** Removes a connection after its name has been typed, and says before exactly what is lost with it. */
export function RemoveQuestion({ connection, onClose, onRemoved }: RemoveQuestionProps) {
  const queryClient = useQueryClient()
  const [typed, setTyped] = useState('')
  const loss = useQuery(connectionLossOptions(connection.id))
  const removal = useMutation({
    mutationFn: () => removeConnection(connection.id),
    onSuccess: async ({ messages }) => {
      toast.success(`“${connection.name}” is removed, and ${plural(messages, 'message')} with it.`)
      onClose()
      onRemoved?.()
      await refreshConnections(queryClient)
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
      <div aria-live="polite">
        <p className="font-medium">{loss.data ? 'With it go, for good:' : 'Counting what goes with it…'}</p>
        <ul className="mt-1 list-disc pl-5">
          {lossLines(loss.data).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {loss.data && loss.data.messages > 0 && (
        <p>
          Want to keep a copy? Open{' '}
          <Link className="link" href={messagesHref({ connection: connection.id })}>
            its messages
          </Link>{' '}
          first and download them as CSV.
        </p>
      )}
      <p>What the provider sends to its URL from then on is refused. To stop for a while, pause it instead.</p>
      <Field label={`Type “${connection.name}” to confirm`}>
        {(control) => (
          <Input {...control} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <ProblemNotice error={removal.error ?? loss.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Keep it</Button>
        <Button type="submit" variant="danger" disabled={!confirmed} busy={removal.isPending}>
          {removal.isPending ? 'Removing…' : 'Remove for good'}
        </Button>
      </div>
    </form>
  )
}
