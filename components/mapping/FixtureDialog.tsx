'use client'

import { useMutation } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Notice } from '@/components/ui/Notice'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { exportFixture } from '@/lib/client/changeMapping'
import type { CallbackSample, PreviewedCallback } from '@/lib/contracts/mappingApi'
import { useMapping } from './MappingContext'
import { saveFile } from './saveFile'

interface FixtureDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  callback: PreviewedCallback
  /** The pasted one that it shows; undefined for a kept callback. */
  sample: CallbackSample | undefined
}

/** Saves a callback and what the mapping makes of it as a file for the conformance run, after a warning. */
export function FixtureDialog({ open, onOpenChange, callback, sample }: FixtureDialogProps) {
  const { draft, secrets, mapping } = useMapping()
  const typed = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''))
  const saving = useMutation({
    mutationFn: () =>
      exportFixture(mapping.connection.id, {
        ...{ mapping: draft, secrets: typed },
        ...(callback.id === null ? { sample } : { callback: callback.id }),
      }),
    onSuccess: (fixture) => {
      saveFile(`${fixture.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`, fixture)
      onOpenChange(false)
    },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save as a conformance fixture"
      footer={
        <Button variant="primary" busy={saving.isPending} onClick={() => saving.mutate()}>
          Save the file
        </Button>
      }
    >
      <div className="grid gap-3">
        <p>
          The file holds this callback and what the mapping makes of it now. “npm run conformance” plays it, so that a
          later change of the mapping or of Landed cannot read it otherwise unnoticed.
        </p>
        <Notice>
          Phone numbers, tokens and the signature are in it as they came. Keep it where such things may be, or replace
          them with invented ones.{' '}
          {Object.keys(typed).length > 0
            ? 'The secrets that you typed on this page are in it too.'
            : 'The stored secrets are not in it, so its signature is not checked.'}
        </Notice>
        <ProblemNotice error={saving.error} />
      </div>
    </Dialog>
  )
}
