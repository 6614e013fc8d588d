import Link from 'next/link'
import { CsvButton } from '@/components/charts/CsvButton'
import { FEW, prepareRates, type RateRow } from '@/components/charts/prepareRates'
import { RateInterval } from '@/components/charts/RateInterval'
import { toCsv } from '@/components/charts/toCsv'
import { Card } from '@/components/ui/Card'
import { cn } from '@/components/ui/cn'
import { Explain } from '@/components/ui/Explain'
import type { Proportion, SummaryGroup } from '@/lib/contracts/metrics'
import { formatCount } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { INTERVAL_MEANING } from './meanings'

interface RateTableProps {
  title: string
  /** Head of the first column. */
  of: string
  groups: readonly SummaryGroup[]
  overall: Proportion | null
  href: (key: string) => string
}

const MOST = 8

/** Delivery rates side by side with their intervals: what differs, and what may be chance. */
export function RateTable({ title, of, groups, overall, href }: RateTableProps) {
  const model = prepareRates(groups, overall)
  const rest = model.rows.length - MOST
  const csv = () =>
    toCsv(
      [of.toLowerCase(), 'settled', 'rate', 'low', 'high'],
      model.rows.map((row) => [
        row.label,
        row.settled,
        row.rate?.value ?? null,
        row.rate?.low ?? null,
        row.rate?.high ?? null,
      ]),
    )
  return (
    <Card
      flush
      title={title}
      note={
        <>
          rate with{' '}
          <Explain
            text={`${INTERVAL_MEANING} The dashed line is the rate of all. Vermilion only where the whole interval lies below it.`}
          >
            95 % interval
          </Explain>
        </>
      }
      action={
        model.rows.length > 0 && <CsvButton fileName={`rates-by-${of.toLowerCase()}.csv`} csv={csv} label={title} />
      }
    >
      {model.rows.length === 0 ? (
        <p className="px-4 pt-2 pb-4 text-ink-3">No texts in this range.</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>{of}</th>
              <th className="num">Settled</th>
              <th className="w-[32%]">
                <span className="sr-only">95 % interval, drawn</span>
                <span className="flex justify-between font-normal" aria-hidden>
                  <span>{formatPercent(model.from, 0)}</span>
                  <span>100 %</span>
                </span>
              </th>
              <th className="num">Rate</th>
            </tr>
          </thead>
          <tbody>
            {model.rows.slice(0, MOST).map((row) => (
              <tr key={row.key}>
                <td>
                  <Link data-row href={href(row.key)} prefetch={false}>
                    {row.label}
                  </Link>
                </td>
                <td className="num">{formatCount(row.settled)}</td>
                <td>
                  <RateInterval row={row} overall={model.overall} />
                </td>
                <td className="num">
                  <Rate row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className="px-4 py-2 text-xs text-ink-3">and {rest} with fewer texts, all in the CSV</p>}
    </Card>
  )
}

function Rate({ row }: { row: RateRow }) {
  if (!row.rate) return <span className="text-ink-3">none settled</span>
  if (row.verdict === 'few')
    return (
      <span className="text-ink-3" title={`Below ${FEW} settled texts a rate says too little.`}>
        <span className="mr-2 text-xs max-xl:hidden">too few to say</span>
        <span className="mr-1.5 text-xs xl:hidden">few</span>
        {formatPercent(row.rate.value)}
      </span>
    )
  return (
    <span className={cn('font-semibold', row.verdict === 'below' && 'text-failed')}>
      {formatPercent(row.rate.value)}
    </span>
  )
}
