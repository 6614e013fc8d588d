import Link from 'next/link'
import { StateMark } from '@/components/ui/StateMark'
import { Time } from '@/components/ui/Time'
import type { RejudgePreview } from '@/lib/contracts/codes'
import { formatDuration } from '@/lib/format/duration'
import { formatCount } from '@/lib/format/number'
import { stateOf } from '@/lib/status/state'
import { changeWords, judgementWords, previewHeadline } from './previewWords'

/** What a change would do to stored messages, with some of them to look at. */
export function PreviewView({ preview }: { preview: RejudgePreview }) {
  const { changes, examples, exact, sample, tookMs } = preview
  return (
    <div className="grid gap-3" aria-live="polite">
      <p className="font-medium">{previewHeadline(preview)}</p>
      {changes.length > 0 && (
        <ul className="grid gap-1">
          {changes.map((change) => (
            <li key={JSON.stringify([change.from, change.to])}>
              <StateMark state={stateOf(change.to.status)}>{changeWords(change, exact)}</StateMark>
              <span className="block pl-4 text-sm text-ink-3">now {judgementWords(change.from).toLowerCase()}</span>
            </li>
          ))}
        </ul>
      )}
      {sample && (
        <p className="text-sm text-ink-3">
          Counted in a sample of {formatCount(sample.ids)} of {formatCount(sample.ofIds)} message numbers.
        </p>
      )}
      {examples.length > 0 && (
        <details>
          <summary className="cursor-default text-sm text-ink-2">{examples.length} of them</summary>
          <ul className="mt-1 grid gap-1 text-sm">
            {examples.map(({ id, recipient, sentAt, from, to }) => (
              <li key={id}>
                <Link className="link" href={`/messages/${id}`} target="_blank">
                  {recipient ?? `Message ${id}`}
                </Link>
                <span className="text-ink-3">
                  {' '}
                  · <Time at={sentAt} precision="full" /> · {judgementWords(from)} → {judgementWords(to)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="text-xs text-ink-3">
        Looked at in {formatDuration(Math.max(tookMs, 100))}. Nothing has changed yet.
      </p>
    </div>
  )
}
