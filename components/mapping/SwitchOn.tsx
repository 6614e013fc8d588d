'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog'
import { Field } from '@/components/ui/Field'
import { Input } from '@/components/ui/Input'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { useAuthor } from '@/components/ui/useAuthor'
import { switchOnMapping } from '@/lib/client/changeMapping'
import { mappingOptions } from '@/lib/client/mappingOptions'
import { LIVE_KEY } from '@/lib/client/refreshLiveQueries'
import type { MappingSwitchedOn } from '@/lib/contracts/mappingApi'
import { plural } from '@/lib/format/number'
import { EffectView } from './EffectView'
import { useMapping } from './MappingContext'

interface SwitchOnProps {
  problems: readonly { field: string; message: string }[]
  isChanged: boolean
  onDone: (done: MappingSwitchedOn) => void
}

/** Lets the draft read the callbacks. Says why it cannot while something is missing. */
export function SwitchOn({ problems, isChanged, onDone }: SwitchOnProps) {
  const { mapping, draft, flush, adopt, error } = useMapping()
  const queryClient = useQueryClient()
  const [open, setOpen] = useState(false)
  const [stored, setAuthor] = useAuthor()
  const [typed, setTyped] = useState<string | null>(null)
  const author = typed ?? stored
  const id = mapping.connection.id
  const reasonId = useId()
  const reason = reasonOf(problems, isChanged, error)
  const switching = useMutation({
    mutationFn: async () => {
      await flush()
      return switchOnMapping(id, author.trim())
    },
    onSuccess: async (done) => {
      setAuthor(author.trim())
      setOpen(false)
      adopt(await queryClient.fetchQuery({ ...mappingOptions(id), staleTime: 0 }))
      onDone(done)
      await queryClient.invalidateQueries({ queryKey: [LIVE_KEY] })
    },
  })
  return (
    <span className="flex flex-wrap items-center justify-end gap-x-2.5 gap-y-1">
      {reason !== null && (
        <span id={reasonId} className="max-w-[44ch] text-sm text-ink-3">
          {reason}
        </span>
      )}
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={mapping.active ? 'Switch on the changes' : 'Switch on the mapping'}
        description={effectOf(mapping.active !== null, mapping.waiting)}
        trigger={
          <Button
            variant="primary"
            disabled={reason !== null}
            aria-describedby={reason === null ? undefined : reasonId}
          >
            {mapping.active ? 'Switch on changes' : 'Switch on'}
          </Button>
        }
        footer={
          <Button
            variant="primary"
            busy={switching.isPending}
            disabled={author.trim() === ''}
            onClick={() => switching.mutate()}
          >
            {switching.isPending ? 'Switching on…' : 'Switch on'}
          </Button>
        }
      >
        <div className="grid gap-3">
          <Field label="Your name" help="Stands beside the change, for the next person.">
            {(control) => (
              <Input {...control} maxLength={80} value={author} onChange={(event) => setTyped(event.target.value)} />
            )}
          </Field>
          {mapping.active && open && <EffectView connection={id} draft={draft} />}
          <ProblemNotice error={switching.error} />
        </div>
      </Dialog>
    </span>
  )
}

function reasonOf(problems: SwitchOnProps['problems'], isChanged: boolean, error: Error | null): string | null {
  if (error) return 'The draft could not be saved.'
  const [first] = problems
  if (first) return problems.length === 1 ? first.message : `${first.message} And ${problems.length - 1} more.`
  return isChanged ? null : 'It is switched on.'
}

function effectOf(isActive: boolean, waiting: number): string {
  if (isActive)
    return 'From now on callbacks are read by the changed mapping. If its tables changed, stored receipts are judged again.'
  if (waiting === 0) return 'From now on callbacks are verified and applied as they arrive.'
  return `From now on callbacks are verified and applied as they arrive, beginning with the ${plural(waiting, 'callback')} that ${waiting === 1 ? 'waits' : 'wait'}.`
}
