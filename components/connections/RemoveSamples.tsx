'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { LIVE_KEY } from '@/lib/client/refreshLiveQueries'
import { removeConnection } from '@/lib/client/removeConnection'
import type { Connection } from '@/lib/contracts/connection'
import { plural } from '@/lib/format/number'

/** Takes all sample connections away, and with them everything that is not real. */
export function RemoveSamples({ samples }: { samples: readonly Connection[] }) {
  const queryClient = useQueryClient()
  const [open, setOpen] = useState(false)
  const removal = useMutation({
    mutationFn: async () => {
      let messages = 0
      for (const { id } of samples) messages += (await removeConnection(id)).messages
      return messages
    },
    onSuccess: (messages) => {
      setOpen(false)
      toast.success(`Removed: ${plural(messages, 'sample message')}. What is left is real.`)
    },
    // Also after a failure half way: what is gone must not stay on the screen.
    onSettled: () =>
      Promise.all([LIVE_KEY, 'messages', 'callbacks'].map((key) => queryClient.invalidateQueries({ queryKey: [key] }))),
  })
  if (samples.length === 0) return null
  return (
    <Dialog
      title="Remove all sample data?"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">Remove sample data</Button>}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>Keep it</Button>
          <Button variant="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
            {removal.isPending ? 'Removing…' : 'Remove'}
          </Button>
        </>
      }
    >
      <p>
        {plural(samples.length, 'sample connection')} and every text that Landed made up for them. Your own connections
        and texts stay as they are.
      </p>
      <ProblemNotice error={removal.error} className="mt-3" />
    </Dialog>
  )
}
