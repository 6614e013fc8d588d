'use client'

import { Ellipsis } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/Button'
import { Menu } from '@/components/ui/Menu'
import { messagesHref } from '@/lib/client/messagesHref'
import type { Connection } from '@/lib/contracts/connection'
import { MAPPED_ADAPTER } from '../mappedAdapter'
import type { CareDialog } from './CareDialogs'
import { usePause } from './usePause'

/** Where to go from a connection and what to do with it. */
export function ConnectionMenu({
  connection,
  onCare,
}: {
  connection: Connection
  onCare: (dialog: CareDialog) => void
}) {
  const router = useRouter()
  const pause = usePause(connection)
  const { id, name, adapter, pausedAt } = connection
  return (
    <Menu
      items={[
        { label: 'Its messages', onSelect: () => router.push(messagesHref({ connection: id })) },
        { label: 'Its callbacks', onSelect: () => router.push(`/callbacks?connection=${id}`) },
        ...(adapter === MAPPED_ADAPTER
          ? [{ label: 'Mapping', onSelect: () => router.push(`/connections/${id}/mapping`) }]
          : []),
        { label: pausedAt ? 'Resume' : 'Pause', onSelect: () => pause.mutate(), disabled: pause.isPending },
        { label: 'Rotate secrets…', onSelect: () => onCare({ kind: 'rotate', connection }) },
        { label: 'Rename…', onSelect: () => onCare({ kind: 'rename', connection }) },
        { label: 'Remove…', danger: true, onSelect: () => onCare({ kind: 'remove', connection }) },
      ]}
    >
      <Button variant="quiet" size="icon" className="-my-1.5 -mr-2" aria-label={`More about ${name}`}>
        <Ellipsis size={16} aria-hidden />
      </Button>
    </Menu>
  )
}
