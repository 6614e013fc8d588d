import { describe, expect, it } from 'vitest'
import type { Summary } from '@/lib/contracts/metrics'
import { wilson } from '@/lib/metrics/wilson'
import { openingSentence } from './openingSentence'
import { rangeWords } from './rangeWords'

type Counts = Partial<Summary['counts']>
const countsOf = (counts: Counts) => ({ delivered: 0, failed: 0, unconfirmed: 0, pending: 0, ...counts })

function summaryOf(given: Counts, rest: Partial<Summary> = {}): Summary {
  const counts = countsOf(given)
  const settled = counts.delivered + counts.failed
  const all = settled + counts.unconfirmed + counts.pending
  return {
    asOf: '2026-07-01T14:02:07.000Z',
    from: '2026-07-01T00:00:00.000Z',
    to: '2026-07-01T14:15:00.000Z',
    counts,
    statuses: {},
    rate: wilson(counts.delivered, settled),
    coverage: all === 0 ? null : settled / all,
    failures: [],
    connections: [],
    carriers: [],
    hasAnyMessage: true,
    ...rest,
  }
}
const group = (label: string, counts: Counts) => ({
  key: label,
  label,
  ...countsOf(counts),
  rate: wilson(counts.delivered ?? 0, (counts.delivered ?? 0) + (counts.failed ?? 0)),
})
const today = rangeWords('today', '')
const say = (summary: Summary, range = today, scope = '') =>
  openingSentence(summary, range, scope)
    .map((part) => part.text.replaceAll('\u00a0', ' '))
    .join('')
const failure = (failureClass: 'invalid_number' | 'expired' | 'unknown', messages: number) => ({
  failureClass,
  label: failureClass,
  messages,
})

describe('openingSentence', () => {
  it('states the rate and what did not land', () => {
    expect(say(summaryOf({ delivered: 18_204, failed: 694, pending: 1_130 }))).toBe(
      '96.3 % of today’s settled texts landed. 694 did not.',
    )
  })

  it('colours failures only when they are more than everyday business', () => {
    const bad = openingSentence(summaryOf({ delivered: 900, failed: 100 }), today)
    expect(bad.filter((part) => part.tone === 'bad').map((part) => part.text)).toEqual(['100 did not'])
    const calm = openingSentence(summaryOf({ delivered: 995, failed: 5 }), today)
    expect(calm.some((part) => part.tone === 'bad')).toBe(false)
    expect(say(summaryOf({ delivered: 995, failed: 5 }))).toBe(
      '99.5 % of today’s settled texts landed. Only 5 did not.',
    )
  })

  it('says calmly that nothing is wrong', () => {
    expect(say(summaryOf({ delivered: 1_204 }))).toBe('All 1,204 of today’s settled texts landed.')
  })

  it('never rounds up to a claim that is not true', () => {
    expect(say(summaryOf({ delivered: 99_999, failed: 1 }))).toContain('99.9 % of')
  })

  it('claims no rate on little data', () => {
    expect(say(summaryOf({ delivered: 11, failed: 1 }))).toBe('11 of 12 settled texts today landed. 1 did not.')
    expect(say(summaryOf({ delivered: 12 }))).toBe('All 12 settled texts today landed.')
    expect(say(summaryOf({ delivered: 1 }))).toBe('The one settled text today landed.')
    expect(say(summaryOf({ delivered: 50, failed: 49 }))).not.toContain('%')
  })

  it('says so when there is nothing, or no word yet', () => {
    expect(say(summaryOf({}))).toBe('No texts were sent today.')
    expect(say(summaryOf({ pending: 40 }))).toBe('40 texts today, and no word yet on whether they landed.')
    expect(say(summaryOf({ unconfirmed: 3 }))).toBe(
      'Whether 3 texts today landed will stay unknown: nobody reports it.',
    )
  })

  it('adds what is still open when that is most of them', () => {
    expect(say(summaryOf({ delivered: 200, pending: 300 }))).toBe(
      'All 200 of today’s settled texts landed. 300 more are still on their way.',
    )
    expect(say(summaryOf({ delivered: 200, pending: 100 }))).not.toContain('still')
  })

  it('names a reason only where it leads clearly', () => {
    const counts = { delivered: 900, failed: 100 }
    expect(say(summaryOf(counts, { failures: [failure('invalid_number', 60), failure('expired', 40)] }))).toContain(
      '100 did not, mostly because the number is not in service.',
    )
    expect(say(summaryOf(counts, { failures: [failure('invalid_number', 40), failure('expired', 30)] }))).toContain(
      'most often because',
    )
    expect(say(summaryOf(counts, { failures: [failure('invalid_number', 35), failure('expired', 34)] }))).not.toContain(
      'because',
    )
    expect(say(summaryOf(counts, { failures: [failure('unknown', 100)] }))).not.toContain('because')
    expect(say(summaryOf({ delivered: 200, failed: 9 }, { failures: [failure('expired', 9)] }))).not.toContain(
      'because',
    )
  })

  it('names a carrier that lies wholly below, and none that might be chance', () => {
    const counts = { delivered: 9_600, failed: 400 }
    const ee = group('EE', { delivered: 6_900, failed: 100 })
    expect(say(summaryOf(counts, { carriers: [ee, group('O2', { delivered: 2_700, failed: 300 })] }))).toBe(
      '96.0 % of today’s settled texts landed. 400 did not, and O2 stands out: only 90.0 % landed there.',
    )
    expect(say(summaryOf(counts, { carriers: [ee, group('O2', { delivered: 2_870, failed: 130 })] }))).not.toContain(
      'O2',
    )
    expect(say(summaryOf(counts, { carriers: [ee, group('Tiny', { delivered: 5, failed: 60 })] }))).not.toContain(
      'Tiny',
    )
    expect(say(summaryOf(counts, { carriers: [group('Only', { delivered: 1, failed: 300 })] }))).not.toContain('Only')
  })

  it('speaks of the range and the filter that were chosen', () => {
    const counts = summaryOf({ delivered: 950, failed: 50 })
    expect(say(counts, rangeWords('hour', ''), ' through Twilio')).toBe(
      '95.0 % of the last hour’s settled texts through Twilio landed. 50 did not.',
    )
    const picked = rangeWords('custom', 'between 09:00 and 14:00 today')
    expect(say(counts, picked)).toBe('95.0 % of settled texts sent between 09:00 and 14:00 today landed. 50 did not.')
    expect(say(summaryOf({}), picked)).toBe('No texts were sent between 09:00 and 14:00 today.')
  })
})
