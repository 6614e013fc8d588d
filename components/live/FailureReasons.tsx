import Link from 'next/link'
import { Card } from '@/components/ui/Card'
import type { Summary } from '@/lib/contracts/metrics'
import { formatCount } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import type { FailureClass } from '@/lib/status/failureClass'

interface FailureReasonsProps {
  summary: Summary
  /** The texts that failed for one reason, or all that failed. */
  href: (failureClass?: FailureClass) => string
  most?: number
}

/** Why texts failed, in plain words, most frequent first. */
export function FailureReasons({ summary, href, most = 8 }: FailureReasonsProps) {
  const { failures, counts } = summary
  const longest = Math.max(1, ...failures.map((each) => each.messages))
  return (
    <Card
      title="Why texts failed"
      action={
        counts.failed > 0 && (
          <Link className="link" href={href()} prefetch={false}>
            All that failed
          </Link>
        )
      }
    >
      {failures.length === 0 ? (
        <p className="py-2 text-ink-3">No text failed in this range.</p>
      ) : (
        <ol className="-mx-2">
          {failures.slice(0, most).map((each) => (
            <li key={each.failureClass}>
              <Link
                href={href(each.failureClass)}
                prefetch={false}
                className="grid min-h-[34px] grid-cols-[minmax(0,11fr)_minmax(0,9fr)_auto] items-center gap-x-3 rounded-sm px-2 py-1 hover:bg-sunken"
              >
                <span>{each.label}</span>
                <span aria-hidden>
                  <span
                    className="block h-2 min-w-0.5 rounded-[2px] bg-failed opacity-85 transition-[width] duration-500"
                    style={{ width: `${(each.messages / longest) * 100}%` }}
                  />
                </span>
                <span className="grid grid-cols-[minmax(48px,auto)_52px] text-right tabular-nums">
                  <span>{formatCount(each.messages)}</span>
                  <span className="text-ink-3">{formatPercent(each.messages / counts.failed, 0)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
