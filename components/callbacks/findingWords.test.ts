import { describe, expect, it } from 'vitest'
import type { Diagnosis } from '@/lib/contracts/doctor'
import { findingWords } from './findingWords'

const NOTHING: Diagnosis = {
  verifies: false,
  refusal: { code: 'signature_wrong', reason: 'The signature does not fit.' },
  remedy: null,
  rightful: null,
  tried: 1234,
  waiting: 3,
  helped: 0,
}
const remedy = { repairs: [], secretsOf: null, cause: 'The provider calls by http.', line: 'PUBLIC_URL=http://a' }

describe('findingWords', () => {
  it('names the cause and how many it would help', () => {
    expect(findingWords({ ...NOTHING, remedy, helped: 3 })).toEqual({
      kind: 'found',
      cause: remedy.cause,
      also: 'It would make all 3 that wait for this connection verify.',
    })
    expect(findingWords({ ...NOTHING, remedy, helped: 2 }).also).toContain('2 of the 3')
    expect(findingWords({ ...NOTHING, remedy, waiting: 1, helped: 1 }).also).toBeNull()
  })
  it('says when the URL was given to another provider', () => {
    expect(findingWords({ ...NOTHING, rightful: { id: 'x', name: 'Leeds' } }).cause).toContain('“Leeds”')
  })
  it('says when it would be accepted by now', () => {
    expect(findingWords({ ...NOTHING, verifies: true, refusal: null }).kind).toBe('fine')
  })
  it('says how much was tried when nothing explains it', () => {
    expect(findingWords(NOTHING).cause).toMatch(/1,234 combinations.*The signature does not fit\.$/)
  })
})
