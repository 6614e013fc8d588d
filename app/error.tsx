'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'

/** What a person sees when a page itself broke. The stored data is not touched by that, and it says so. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="mx-auto max-w-[720px] px-4 py-16">
      <EmptyState
        title="This page could not be shown."
        action={
          <>
            <Button variant="primary" onClick={reset}>
              Try again
            </Button>
            <Button asChild>
              <Link href="/">Go to Live</Link>
            </Button>
          </>
        }
      >
        <p>Callbacks are still received and kept. If it happens again, the log of the server has the details.</p>
        {error.digest && (
          <p className="mt-1">
            Reference in the log: <span className="font-mono">{error.digest}</span>
          </p>
        )}
      </EmptyState>
    </main>
  )
}
