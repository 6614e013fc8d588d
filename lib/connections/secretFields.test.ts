import { describe, expect, it } from 'vitest'
import { ADAPTERS } from '@/lib/providers/registry'
import { plivo } from '@/lib/providers/plivo'
import { checkSecrets } from './secretFields'

const fieldsOf = (secrets: Record<string, string>) => {
  try {
    checkSecrets(plivo, secrets, 'No')
    return []
  } catch (error) {
    return (error as { problem: { errors: { field: string }[] } }).problem.errors.map(({ field }) => field)
  }
}

describe('checkSecrets', () => {
  it('wants one of several where none is required by itself', () => {
    expect(fieldsOf({})).toEqual(['secrets.authToken'])
    expect(fieldsOf({ authToken: '' })).toEqual(['secrets.authToken'])
    expect(fieldsOf({ mainAccountAuthToken: 'x' })).toEqual([])
  })

  it.each(Object.values(ADAPTERS))('$id names only secrets that it has', ({ oneOf = [], secrets }) => {
    expect(secrets.map(({ name }) => name)).toEqual(expect.arrayContaining([...oneOf]))
  })
})
