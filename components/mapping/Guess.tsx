import { Pill } from '@/components/ui/Pill'

/** Says that something was guessed, and why: a person has to look at it. */
export function Guess({ reason }: { reason: string | undefined }) {
  if (!reason) return null
  return (
    <p className="flex flex-wrap items-baseline gap-1.5 text-sm text-ink-3">
      <Pill tone="warn">guess</Pill> {reason}
    </p>
  )
}
