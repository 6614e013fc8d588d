import { partToPercent } from './partToPercent'
import type { RateRow } from './prepareRates'

const COLOUR = {
  few: 'var(--pending)',
  below: 'var(--failed)',
  above: 'var(--delivered)',
  same: 'var(--delivered)',
} as const

/** One rate with its interval on a common axis; the dashed line is the overall rate. Decorative: the numbers are beside it. */
export function RateInterval({ row, overall }: { row: RateRow; overall: number | null }) {
  const colour = COLOUR[row.verdict]
  return (
    <svg aria-hidden width="100%" height="20" className="block overflow-visible">
      <line x1="0" x2="100%" y1="10" y2="10" stroke="var(--line)" />
      {overall !== null && (
        <line
          x1={partToPercent(overall)}
          x2={partToPercent(overall)}
          y1="0"
          y2="20"
          stroke="var(--control)"
          strokeDasharray="2 3"
        />
      )}
      {row.rate && (
        <>
          <rect
            x={partToPercent(row.low)}
            width={partToPercent(row.high - row.low)}
            y="7"
            height="6"
            rx="1"
            fill={colour}
            opacity="0.35"
          />
          <rect x={partToPercent(row.value)} width="2.5" y="4" height="12" fill={colour} className="-translate-x-px" />
        </>
      )}
    </svg>
  )
}
