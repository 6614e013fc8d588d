'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/Button'
import { Pill } from '@/components/ui/Pill'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { useAuthor } from '@/components/ui/useAuthor'
import { changeCodes } from '@/lib/client/changeCodes'
import { newCodesOptions } from '@/lib/client/newCodesOptions'
import type { CodeEntry, NewCode } from '@/lib/contracts/codes'
import { formatAgo } from '@/lib/format/duration'
import { plural } from '@/lib/format/number'
import { newCodeReport } from './newCodeReport'
import type { OverrideWish } from './OverrideDialog'

interface NewCodeItemProps {
  code: NewCode
  now: Date
  onSay: (wish: OverrideWish) => void
}

/** One word or code that nobody knows: where it was seen, and what can be done about it. */
export function NewCodeItem({ code, now, onSay }: NewCodeItemProps) {
  const queryClient = useQueryClient()
  const [author] = useAuthor()
  const [copied, setCopied] = useState(false)
  const dismissal = useMutation({
    mutationFn: (dismissed: boolean) =>
      changeCodes.dismiss({
        connection: code.connection.id,
        kind: code.kind,
        code: code.code,
        dismissed,
        author: author || 'somebody at this screen',
      }),
    onSuccess: (list, dismissed) => {
      queryClient.setQueryData(newCodesOptions().queryKey, list)
      if (dismissed)
        toast(`${code.code} is put aside.`, { action: { label: 'Undo', onClick: () => dismissal.mutate(false) } })
    },
  })
  const copy = () =>
    (navigator.clipboard?.writeText(newCodeReport(code)) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied(true),
      () => toast.error('The browser does not allow copying here.'),
    )
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-mono text-[12.5px] break-all">{code.code}</span>
          <span className="text-ink-3">{code.kind === 'status' ? 'status word' : 'error code'}</span>
          {code.dismissed && <Pill>put aside by {code.dismissed.by}</Pill>}
        </p>
        <p className="text-sm text-ink-2">
          {code.provider}, {code.connection.name} · seen {plural(code.seen, 'time')}, last{' '}
          {formatAgo(code.lastSeenAt, now)}
          {code.kind === 'status' && ' · its receipts wait in quarantine'}
        </p>
        <p className="flex flex-wrap gap-x-3 text-sm">
          {code.callbacks.map((id, index) => (
            <Link key={id} className="link" href={`/callbacks/${id}`}>
              {index === 0 ? 'First callback' : 'Newest callback'}
            </Link>
          ))}
          {code.messages.map(({ id, recipient }) => (
            <Link key={id} className="link" href={`/messages/${id}`}>
              {recipient ?? `Message ${id}`}
            </Link>
          ))}
        </p>
        <ProblemNotice error={dismissal.error} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => onSay({ do: 'say', provider: code.provider, entry: entryOf(code) })}>
          Say what it means
        </Button>
        <Button size="small" variant="quiet" onClick={() => void copy()}>
          <span aria-live="polite">{copied ? 'Copied' : 'Copy a report'}</span>
        </Button>
        <Button
          size="small"
          variant="quiet"
          busy={dismissal.isPending}
          onClick={() => dismissal.mutate(code.dismissed === null)}
        >
          {code.dismissed ? 'Take back' : 'Put aside'}
        </Button>
      </div>
    </li>
  )
}

function entryOf({ adapter, connection, kind, code }: NewCode): CodeEntry {
  return {
    adapter,
    // The words of a mapping are its own; those of a provider are mostly the same in all of its connections.
    connection: adapter === 'custom' ? connection : null,
    ...{ kind, code, status: null, failureClass: null, permanent: null, name: null, plain: null, note: null },
    ...{ nextStep: null, steps: null, override: null },
  }
}
