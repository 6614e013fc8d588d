import { describe, expect, it } from 'vitest'
import { maskSecrets, maskText } from '@/lib/maskSecrets'

describe('maskText', () => {
  it.each([
    ['sent to +447700900123 twice', 'sent to +44…23 twice'],
    ['To=4915112345678&x=1', 'To=491…78&x=1'],
    ['postgresql://landed:s3cr3t@localhost/landed', 'postgresql://landed:***@localhost/landed'],
  ])('masks %s', (text, masked) => expect(maskText(text)).toBe(masked))

  it.each([
    'SM0123456789012345678901234567890a',
    '0193b1c2-7d6e-7000-8000-123456789012',
    '2026-11-24T22:20:00',
    '30008',
  ])('leaves %s alone', (text) => expect(maskText(text)).toBe(text))
})

describe('maskSecrets', () => {
  it('masks secret keys at any depth and in arrays', () => {
    const masked = maskSecrets({ connection: { authToken: 'abc', name: 'Main' }, list: [{ password: 'x' }] })
    expect(masked).toEqual({ connection: { authToken: '[secret]', name: 'Main' }, list: [{ password: '[secret]' }] })
  })

  it('shows an error with its cause, and masks inside of both', () => {
    const error = new Error('to +447700900123', { cause: new Error('key (+447700900123)') })
    const masked = JSON.stringify(maskSecrets({ err: error }))
    expect(masked).toContain('+44…23')
    expect(masked).not.toContain('7700900123')
    expect(masked).toContain('"cause":{"type":"Error"')
  })

  it('survives a circle', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    expect(JSON.stringify(maskSecrets(circle))).toContain('[deeper]')
  })
})
