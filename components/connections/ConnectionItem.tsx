'use client'

import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/cn'
import { CopyField } from '@/components/ui/CopyField'
import { Menu } from '@/components/ui/Menu'
import { Pill } from '@/components/ui/Pill'
import { messagesHref } from '@/lib/client/messagesHref'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import { urlWithGaps } from '@/lib/contracts/urlToPaste'
import { plural } from '@/lib/format/number'
import { hearingWords } from './hearingWords'

interface ConnectionItemProps {
  connection: Connection
  /** Undefined while the providers are being read. */
  provider: ProviderList['items'][number] | undefined
  /** How many of its callbacks wait in quarantine. */
  waiting: number
  now: Date
  onRemove: () => void
}

/** One connection: who, whether it is heard, its URL to copy, and where that goes. */
export function ConnectionItem({ connection, provider, waiting, now, onRemove }: ConnectionItemProps) {
  const router = useRouter()
  const heard = hearingWords(connection, now, waiting > 0)
  return (
    <li className="grid gap-2 border-b border-line px-4 py-3.5 last:border-0">
      <div className="flex items-start gap-x-3">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5">
          <h2 className="font-semibold">{connection.name}</h2>
          <span className="text-ink-3">{provider?.name ?? connection.adapter}</span>
          {connection.sample && <Pill>sample</Pill>}
          {connection.pausedAt && <Pill tone="warn">paused</Pill>}
          <span className={cn('text-sm md:ml-auto', heard.tone === 'bad' ? 'font-medium text-failed' : 'text-ink-3')}>
            {heard.text}
          </span>
        </div>
        <Menu
          items={[
            { label: 'Its messages', onSelect: () => router.push(messagesHref({ connection: connection.id })) },
            { label: 'Its callbacks', onSelect: () => router.push(`/callbacks?connection=${connection.id}`) },
            { label: 'Remove…', danger: true, onSelect: onRemove },
          ]}
        >
          <Button variant="quiet" size="icon" className="-my-1.5 -mr-2" aria-label={`More about ${connection.name}`}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        </Menu>
      </div>
      {waiting > 0 && (
        <p className="text-sm">
          <Link className="link" href={`/callbacks?quarantined=open&connection=${connection.id}`}>
            {plural(waiting, 'callback')} in quarantine
          </Link>
        </p>
      )}
      {!connection.sample && <UrlAndSetup connection={connection} provider={provider} />}
    </li>
  )
}

function UrlAndSetup({ connection, provider }: Pick<ConnectionItemProps, 'connection' | 'provider'>) {
  const { url, gaps } = urlWithGaps(connection.callbackUrl, provider?.urlSuffix ?? null)
  return (
    <>
      <CopyField label={`callback URL of ${connection.name}`} value={url} />
      {gaps.length > 0 && (
        <p className="text-sm text-ink-3">
          Put the secret in place of ‹{gaps.join('›, ‹')}›. It was shown once, when the connection was added.
        </p>
      )}
      <details className="text-sm text-ink-2">
        <summary className="w-fit text-ink-3 hover:text-ink">Where it goes</summary>
        <p className="mt-1 max-w-[75ch]">{connection.setup}</p>
      </details>
    </>
  )
}
