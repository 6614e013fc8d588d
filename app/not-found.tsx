import Link from 'next/link'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'

export default function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-[720px] px-4 py-16">
      <EmptyState
        title="There is nothing at this address."
        action={
          <>
            <Button asChild variant="primary">
              <Link href="/">Go to Live</Link>
            </Button>
            <Button asChild>
              <Link href="/messages">Search messages</Link>
            </Button>
          </>
        }
      >
        It may have been removed, or the address is mistyped.
      </EmptyState>
    </main>
  )
}
