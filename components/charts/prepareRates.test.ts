import { describe, expect, it } from 'vitest'
import { wilson } from '@/lib/metrics/wilson'
import { prepareRates } from './prepareRates'

const group = (label: string, delivered: number, failed: number) => ({
  key: label,
  label,
  delivered,
  failed,
  unconfirmed: 0,
  pending: 0,
  rate: wilson(delivered, delivered + failed),
})

describe('prepareRates', () => {
  const all = wilson(9_700, 10_000)
  const model = prepareRates(
    [
      group('Same', 2_910, 90),
      group('O2', 2_700, 300),
      group('Lebara', 30, 30),
      group('None', 0, 0),
      group('EE', 4_990, 10),
    ],
    all,
  )
  const row = (label: string) => model.rows.find((each) => each.label === label)!

  it('judges only where the whole interval lies on one side', () => {
    expect(row('Same').verdict).toBe('same')
    expect(row('O2').verdict).toBe('below')
    expect(row('EE').verdict).toBe('above')
  })

  it('does not judge fewer than 100 settled texts, however bad they look', () => {
    expect(row('Lebara').verdict).toBe('few')
    expect(row('None')).toMatchObject({ verdict: 'few', rate: null })
  })

  it('sorts by settled and puts all on one axis that begins at a round rate', () => {
    expect(model.rows.map((each) => each.label)).toEqual(['EE', 'O2', 'Same', 'Lebara', 'None'])
    expect(model.from).toBeCloseTo(0.85)
    expect(row('O2').low).toBeGreaterThan(0)
    expect(row('O2').value).toBeCloseTo((0.9 - model.from) / (1 - model.from))
    expect(model.overall).toBeCloseTo((0.97 - model.from) / (1 - model.from))
  })

  it('keeps everything on the axis when nothing at all landed', () => {
    const bad = prepareRates([group('A', 0, 500)], wilson(0, 500))
    expect(bad.from).toBe(0)
    expect(bad.rows[0]).toMatchObject({ low: 0, value: 0 })
  })
})
