import { describe, expect, it } from 'vitest'
import { replayWords } from './replayWords'

const still = (...codes: string[]) => codes.map((code, index) => ({ id: `${index}`, code, reason: '' }))

describe('replayWords', () => {
  it('tells what was applied and what stays', () => {
    expect(replayWords({ replayed: 3, applied: 3, stillQuarantined: [] })).toBe('All 3 callbacks applied.')
    expect(
      replayWords({ replayed: 3, applied: 1, stillQuarantined: still('signature_wrong', 'signature_wrong') }),
    ).toBe('1 callback applied; 2 stay in quarantine: wrong signature.')
    expect(replayWords({ replayed: 1, applied: 0, stillQuarantined: still('unknown_status') })).toBe(
      '1 callback stays in quarantine: new status word.',
    )
    expect(replayWords({ replayed: 0, applied: 0, stillQuarantined: [] })).toMatch(/nothing to replay/)
  })
})
