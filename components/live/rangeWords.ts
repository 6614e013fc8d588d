import type { RangeName } from '@/lib/metrics/timeRange'

/** How a range is spoken of: "today’s settled texts", "no texts were sent today", and on its button. */
export interface RangeWords {
  /** Before a noun, with a space after it; empty where the language has none. */
  whose: string
  /** At the end of a clause, with a space before it. */
  when: string
  label: string
}

const NAMED: Record<RangeName, RangeWords> = {
  hour: { whose: 'the last hour’s ', when: ' in the last hour', label: 'Last hour' },
  today: { whose: 'today’s ', when: ' today', label: 'Today' },
  yesterday: { whose: 'yesterday’s ', when: ' yesterday', label: 'Yesterday' },
  '24h': { whose: 'the last 24 hours’ ', when: ' in the last 24 hours', label: 'Last 24 hours' },
  '7d': { whose: 'the last 7 days’ ', when: ' in the last 7 days', label: 'Last 7 days' },
  '30d': { whose: 'the last 30 days’ ', when: ' in the last 30 days', label: 'Last 30 days' },
}

/** The words of a named range, or of a hand-picked one given `picked`, e.g. "between 09:00 and 14:00 today". */
export function rangeWords(name: RangeName | 'custom', picked: string): RangeWords {
  if (name !== 'custom') return NAMED[name]
  return {
    whose: '',
    when: ` sent ${picked}`,
    label: picked.replace(/^between (.*?) and /, '$1 – ').replace(/^on /, ''),
  }
}
