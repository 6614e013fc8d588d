import type { Proportion, StateCounts } from '@/lib/contracts/metrics'

/** Below this many settled texts a rate says too little to be compared. */
export const FEW = 100

export type Verdict = 'few' | 'below' | 'above' | 'same'

export interface RateRow {
  key: string
  label: string
  settled: number
  rate: Proportion | null
  verdict: Verdict
  /** Interval and value as parts of the axis, 0 to 1; null without a rate. */
  low: number
  high: number
  value: number
}

export interface RatesModel {
  rows: RateRow[]
  /** The rate at the left and right end of the axis. */
  from: number
  to: number
  /** Place of the overall rate on the axis; null when it is not known. */
  overall: number | null
}

interface Group extends StateCounts {
  key: string
  label: string
  rate: Proportion | null
}

/** Rates of groups on one common axis, with what may be said about each against all together. Most settled first. */
export function prepareRates(groups: readonly Group[], all: Proportion | null): RatesModel {
  const from = axisStart(groups, all)
  const place = (rate: number) => Math.min(Math.max((rate - from) / (1 - from), 0), 1)
  const rows = groups.map((group) => ({
    key: group.key,
    label: group.label,
    settled: group.delivered + group.failed,
    rate: group.rate,
    verdict: compare(group.rate, all),
    low: place(group.rate?.low ?? 0),
    high: place(group.rate?.high ?? 0),
    value: place(group.rate?.value ?? 0),
  }))
  return {
    rows: rows.sort((a, b) => b.settled - a.settled || a.label.localeCompare(b.label)),
    from,
    to: 1,
    overall: all ? place(all.value) : null,
  }
}

/** "below" and "above" only where the whole interval lies on one side of the overall rate. */
function compare(rate: Proportion | null, all: Proportion | null): Verdict {
  if (!rate || rate.n < FEW) return 'few'
  if (!all) return 'same'
  if (rate.high < all.value) return 'below'
  return rate.low > all.value ? 'above' : 'same'
}

/** A round rate that leaves all intervals that count on the axis; few-text groups may run out of it at the left. */
function axisStart(groups: readonly Group[], all: Proportion | null): number {
  const lows = groups.flatMap((group) => (group.rate && group.rate.n >= FEW ? [group.rate.low] : []))
  const lowest = Math.min(0.95, all?.low ?? 1, ...lows)
  return Math.max(0, Math.floor(lowest * 20 - 0.2) / 20)
}
