'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Card } from '@/components/ui/Card'
import { Time } from '@/components/ui/Time'
import { callbacksHeadOptions } from '@/lib/client/callbacksHeadOptions'
import type { Callback } from '@/lib/contracts/callback'
import { plural } from '@/lib/format/number'
import { OutcomeMark } from './OutcomeMark'
import { outcomeWords } from './outcomeWords'
import { quarantineMeaning } from './quarantineMeaning'

const SHOWN = 6

/** The newest callbacks of one connection, live. */
export function NewestCallbacks({ connection }: { connection: string }) {
  const { data } = useQuery(callbacksHeadOptions({ connection }, SHOWN))
  return (
    <Card
      title="Newest callbacks"
      action={
        <Link className="link" href={`/callbacks?connection=${connection}`}>
          All of them
        </Link>
      }
    >
      {data?.items.length === 0 && <p className="text-ink-3">None yet.</p>}
      <ul className="grid gap-1.5">
        {data?.items.map((callback) => (
          <li key={callback.id} className="flex items-center gap-x-3">
            <Link className="link" href={`/callbacks/${callback.id}`} prefetch={false}>
              <Time at={callback.receivedAt} />
            </Link>
            <OutcomeMark mark={outcomeWords(callback).mark}>{outcomeWords(callback).label}</OutcomeMark>
            <span className="min-w-0 truncate text-sm text-ink-3">{detail(callback)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function detail({ quarantine, receipts }: Callback): string {
  const open = quarantine.find((entry) => entry.resolvedAt === null)
  return open ? quarantineMeaning(open.code).label.toLowerCase() : plural(receipts, 'receipt')
}
