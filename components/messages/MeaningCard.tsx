import Link from 'next/link'
import { Card } from '@/components/ui/Card'
import { StepList } from '@/components/ui/StepList'
import { codesHref } from '@/lib/client/codesHref'
import type { MessageDetail } from '@/lib/contracts/message'

/** What a failure means in plain words, and what to do next. Nothing where nothing failed. */
export function MeaningCard({ message }: { message: MessageDetail }) {
  const { meaning, errorCode, connection } = message
  if (!meaning) return null
  return (
    <Card
      title="What to do"
      action={
        errorCode && (
          <Link className="link" href={codesHref({ adapter: connection.adapter, kind: 'error', code: errorCode })}>
            Code {errorCode} in the dictionary
          </Link>
        )
      }
      className="mb-4"
    >
      <p className="mb-2.5 max-w-[76ch] text-ink-2">{meaning.plain}</p>
      <StepList steps={meaning.steps} />
    </Card>
  )
}
