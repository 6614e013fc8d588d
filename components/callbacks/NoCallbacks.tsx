'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'

/** Nothing to list. An empty quarantine is good news; no callback at all is a beginning. */
export function NoCallbacks({ isQuarantine, narrowed }: { isQuarantine: boolean; narrowed: boolean }) {
  if (isQuarantine)
    return (
      <EmptyState title="Nothing waits in quarantine.">
        Callbacks land here when nobody can prove who sent them, or when they cannot be read. Nothing that is authentic
        is thrown away.
      </EmptyState>
    )
  if (narrowed) return <EmptyState title="No callback of this kind is kept." />
  return (
    <EmptyState
      title="Here will be every request that a provider makes, exactly as it came."
      action={
        <Button asChild variant="primary">
          <Link href="/connections">Connect a provider</Link>
        </Button>
      }
    >
      None has arrived yet.
    </EmptyState>
  )
}
