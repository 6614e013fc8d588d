import { STATUS_WORDS } from '@/components/ui/stateWords'
import { Time } from '@/components/ui/Time'
import type { CodeOverride } from '@/lib/contracts/codes'
import { FAILURE_LABELS } from '@/lib/status/failureClass'

/** What was said here of one word or code, by whom, when and why; the newest first. Nothing where nothing was. */
export function OverrideHistory({ overrides }: { overrides: readonly CodeOverride[] }) {
  if (overrides.length === 0) return null
  return (
    <section aria-label="Said here">
      <h3 className="mb-1 text-sm font-semibold">Said here</h3>
      <ul className="grid gap-2 border-l-2 border-line pl-3">
        {overrides.map((override) => (
          <li key={override.id} className="grid gap-0.5">
            <p>
              {saidWords(override)}
              <span className="text-ink-3"> · {override.connection?.name ?? 'all connections'}</span>
            </p>
            {override.note && <p className="text-ink-2">“{override.note}”</p>}
            <p className="text-sm text-ink-3">
              {override.author}, <Time at={override.createdAt} precision="full" />
              {override.endedAt && (
                <>
                  {' '}
                  · ended by {override.endedBy ?? 'somebody'}, <Time at={override.endedAt} precision="full" />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function saidWords({ status, failureClass, permanent, plain, nextStep }: CodeOverride): string {
  const parts = [
    status && STATUS_WORDS[status],
    failureClass && FAILURE_LABELS[failureClass],
    permanent === null ? null : permanent ? 'for good' : 'may pass',
    plain && `“${plain}”`,
    nextStep && `next: ${nextStep}`,
  ]
  return parts.filter(Boolean).join(', ')
}
