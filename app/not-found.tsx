import Link from 'next/link'
import { Button } from '@/components/ui/Button'
import { Sentence } from '@/components/ui/Sentence'

export default function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-[720px] px-4 py-16">
      <Sentence
        parts={[{ text: 'There is nothing at this address.' }]}
        sub="It may have been removed, or the address is mistyped."
      />
      <p className="flex flex-wrap gap-2">
        <Button asChild variant="primary">
          <Link href="/">Go to Live</Link>
        </Button>
        <Button asChild>
          <Link href="/messages">Search messages</Link>
        </Button>
      </p>
    </main>
  )
}
