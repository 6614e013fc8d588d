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
export function FailureReasons({ summary, href, most = 7 }: FailureReasonsProps) {
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
                className="grid grid-cols-[minmax(0,1fr)_auto_44px] items-baseline gap-x-1 gap-y-1 rounded-sm px-2 py-[5px] hover:bg-sunken"
              >
                <span>{each.label}</span>
                <span className="text-right tabular-nums">{formatCount(each.messages)}</span>
                <span className="text-right text-ink-3 tabular-nums">
                  {formatPercent(each.messages / counts.failed, 0)}
                </span>
                <span aria-hidden className="col-span-3">
                  <span
                    className="block h-1.5 min-w-0.5 rounded-[2px] bg-failed opacity-85 transition-[width] duration-500"
                    style={{ width: `${(each.messages / longest) * 100}%` }}
                  />
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
