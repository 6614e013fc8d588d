'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/Button'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { changeConnection } from '@/lib/client/changeConnection'
import { refreshConnections } from '@/lib/client/refreshConnections'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import { fieldProblem } from '../fieldProblem'
import { SecretInput } from '../SecretInput'

interface CorrectFormProps {
  connection: Connection
  provider: ProviderList['items'][number]
  onClose: () => void
}

/** Corrects what proves nothing by itself: names, ids, limits, choices. In force at once. */
export function CorrectForm({ connection, provider, onClose }: CorrectFormProps) {
  const queryClient = useQueryClient()
  const [values, setValues] = useState<Record<string, string>>({})
  const fields = provider.secrets.filter((field) => field.setting)
  const correction = useMutation({
    mutationFn: () => changeConnection(connection.id, { secrets: values }),
    onSuccess: () => {
      toast.success('Corrected. It holds from the next callback on.')
      onClose()
    },
    onSettled: () => refreshConnections(queryClient),
  })
  return (
    <form
      className="grid gap-4"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        correction.mutate()
      }}
    >
      <p className="text-ink-2">Present values are not shown. What you do not touch stays as it is.</p>
      {fields.map((field) => (
        <SecretInput
          key={field.name}
          field={field}
          required={false}
          value={values[field.name]}
          error={fieldProblem(correction.error, `secrets.${field.name}`)}
          onChange={(value) => setValues((old) => ({ ...old, [field.name]: value }))}
        />
      ))}
      <ProblemNotice error={correction.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" disabled={Object.keys(values).length === 0} busy={correction.isPending}>
          Correct
        </Button>
      </div>
    </form>
  )
}
