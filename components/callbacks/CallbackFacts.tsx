'use client'

import Link from 'next/link'
import { Card } from '@/components/ui/Card'
import { Time } from '@/components/ui/Time'
import type { CallbackDetail } from '@/lib/contracts/callback'
import { formatCount } from '@/lib/format/number'

const SHOWN = 12

/** Where a callback came in and which messages it speaks of. */
export function CallbackFacts({ callback }: { callback: CallbackDetail }) {
  const { messages, connection } = callback
  return (
    <Card title="Facts">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <dt className="text-ink-3">Arrived</dt>
        <dd>
          <Time at={callback.receivedAt} precision="full" className="whitespace-normal" />
        </dd>
        <dt className="text-ink-3">Connection</dt>
        <dd>
          {connection ? (
            <Link className="link" href={`/callbacks?connection=${connection.id}`}>
              {connection.name}
            </Link>
          ) : (
            'none has this URL'
          )}
        </dd>
        <dt className="text-ink-3">Format</dt>
        <dd>{callback.adapter}</dd>
        <dt className="text-ink-3">Body</dt>
        <dd>{callback.bodyBytes === 0 ? 'none' : `${formatCount(callback.bodyBytes)} bytes`}</dd>
        <dt className="text-ink-3">SHA-256</dt>
        <dd className="font-mono text-xs break-all">{callback.bodyHash}</dd>
        <dt className="text-ink-3">{messages.length === 1 ? 'Message' : 'Messages'}</dt>
        <dd className="min-w-0">
          {messages.length === 0 && 'none'}
          <ul className="grid gap-0.5">
            {messages.slice(0, SHOWN).map(({ id, providerMessageId }) => (
              <li key={id} className="font-mono text-xs break-all">
                <Link className="link" href={`/messages/${id}`}>
                  {providerMessageId ?? `message ${id}`}
                </Link>
              </li>
            ))}
            {messages.length > SHOWN && <li className="text-ink-3">and {formatCount(messages.length - SHOWN)} more</li>}
          </ul>
        </dd>
      </dl>
    </Card>
  )
}
