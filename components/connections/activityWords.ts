import type { ActivityTotals } from '@/lib/contracts/activity'
import { formatDuration } from '@/lib/format/duration'
import { formatCount, plural } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'

/** "1.2 s · 4.0 s": half and 95 of 100 arrive within. "–" when no receipt carried a usable time. */
export function delayFigures({ delays: { p50, p95 } }: ActivityTotals): string {
  return p50 === null || p95 === null ? '–' : `${formatDuration(p50)} · ${formatDuration(p95)}`
}

/** What the two figures mean, what they are of, and what is left out. `when` as in "of the last hour". */
export function delayMeaning({ delays, receipts }: ActivityTotals, when: string): string {
  const { known, clockAhead, p50, p95 } = delays
  const ahead =
    clockAhead > 0
      ? ` ${plural(clockAhead, 'receipt')} dated ahead of our clock ${clockAhead === 1 ? 'is' : 'are'} left out: one of the two clocks is wrong.`
      : ''
  if (p50 === null || p95 === null)
    return `None of the ${plural(receipts, 'receipt')} ${when} says when its event happened.${ahead}`
  return (
    `From the event, by the provider’s clock, to its arrival here: half of the receipts ${when} took up to ` +
    `${formatDuration(p50)}, 95 of 100 up to ${formatDuration(p95)}. Of ${plural(known, 'receipt')} with a time, read to ` +
    `within a tenth.${ahead}`
  )
}

/** The share of receipts that were known already: "3.1 %", "–" without receipts. */
export function duplicateShare({ receipts, duplicates }: ActivityTotals): string {
  return receipts === 0 ? '–' : formatPercent(Math.min(1, duplicates / receipts))
}

/** How often it calls: "12 a minute", "0.4 a minute", "none". */
export function rateWords(callbacks: number, minutes: number): string {
  if (callbacks === 0) return 'none'
  const rate = callbacks / minutes
  return `${rate >= 10 ? formatCount(Math.round(rate)) : rate.toFixed(1).replace(/^0\.0$/, '<0.1')} a minute`
}
