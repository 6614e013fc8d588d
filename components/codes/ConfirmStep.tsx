'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Skeleton } from '@/components/ui/Skeleton'
import { useAuthor } from '@/components/ui/useAuthor'
import { changeCodes } from '@/lib/client/changeCodes'
import { PreviewView } from './PreviewView'

interface ConfirmStepProps {
  question: Parameters<typeof changeCodes.preview>[0]
  /** Of the button that does it. */
  label: string
  busy: boolean
  error: Error | null
  onBack: () => void
  onConfirm: (author: string) => void
}

/** Shows what a change would do to stored messages, asks who does it, and does it. */
export function ConfirmStep({ question, label, busy, error, onBack, onConfirm }: ConfirmStepProps) {
  const [author, setAuthor] = useAuthor()
  const [typed, setTyped] = useState(author)
  const preview = useQuery({
    queryKey: ['codes', 'preview', question],
    queryFn: () => changeCodes.preview(question),
    // What is stored changes all the time: each look is a new one.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setAuthor(typed.trim())
        onConfirm(typed.trim())
      }}
    >
      {preview.isPending && (
        <div role="status">
          <p className="mb-2 text-ink-2">Judging stored receipts again, for a look…</p>
          <Skeleton className="h-20 w-full" />
        </div>
      )}
      <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />
      {preview.data && <PreviewView preview={preview.data} />}
      <Field label="Your name" help="Stands beside it, for the next person.">
        {(control) => (
          <Input
            {...control}
            required
            maxLength={80}
            autoComplete="name"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <ProblemNotice error={error} />
      <div className="flex justify-between gap-2">
        <Button variant="quiet" onClick={onBack}>
          Back
        </Button>
        <Button type="submit" variant="primary" busy={busy} disabled={!preview.data || typed.trim() === ''}>
          {label}
        </Button>
      </div>
    </form>
  )
}
