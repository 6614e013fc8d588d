'use client'

import { Card } from '@/components/ui/Card'
import { cn } from '@/components/ui/cn'
import { Time } from '@/components/ui/Time'
import Link from 'next/link'
import { messagesHref } from '@/lib/client/messagesHref'
import type { MessageDetail } from '@/lib/contracts/message'
import { messageFacts } from './messageFacts'

/** What is known about a message, with the way to all texts of the same number. */
export function MessageFactList({ message }: { message: MessageDetail }) {
  return (
    <Card title="Facts">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {messageFacts(message).map((fact) => (
          <div key={fact.label} className="contents">
            <dt className="text-ink-3">{fact.label}</dt>
            <dd className={cn('break-words', fact.mono && 'font-mono text-[12.5px]')}>{fact.value}</dd>
          </div>
        ))}
        <dt className="text-ink-3">Connection</dt>
        <dd>
          <Link className="link" href={messagesHref({ connection: message.connection.id })}>
            {message.connection.name}
          </Link>
        </dd>
        <dt className="text-ink-3">Sent</dt>
        <dd>
          <Time at={message.cohortAt} precision="full" />
        </dd>
      </dl>
      {message.recipient && (
        <p className="mt-3 border-t border-line pt-3">
          <Link className="link" href={messagesHref({ q: message.recipient })}>
            All texts to this number
          </Link>
        </p>
      )}
    </Card>
  )
}
