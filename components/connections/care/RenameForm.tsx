'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { changeConnection } from '@/lib/client/changeConnection'
import { refreshConnections } from '@/lib/client/refreshConnections'
import type { Connection } from '@/lib/contracts/connection'

/** Gives a connection another name. Its URL stays. */
export function RenameForm({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const queryClient = useQueryClient()
  const [name, setName] = useState(connection.name)
  const renaming = useMutation({
    mutationFn: () => changeConnection(connection.id, { name }),
    onSuccess: onClose,
    onSettled: () => refreshConnections(queryClient),
  })
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        renaming.mutate()
      }}
    >
      <Field label="Name" help="Only what people see here: the URL and the secrets stay as they are.">
        {(control) => (
          <Input {...control} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <ProblemNotice error={renaming.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={name.trim() === ''} busy={renaming.isPending}>
          Rename
        </Button>
      </div>
    </form>
  )
}
