import { expect, it } from 'vitest'
import { maskNumber } from './maskNumber'

it('leaves the calling code, whatever its length, and the last three digits', () => {
  expect(maskNumber('+447700900214')).toBe('+44 •••• ••214')
  expect(maskNumber('+12125550130')).toBe('+1 •••• ••130')
  expect(maskNumber('+79161234567')).toBe('+7 •••• ••567')
  expect(maskNumber('+353861234567')).toBe('+353 •••• ••567')
  expect(maskNumber('+8801712345678')).toBe('+880 •••• ••678')
  expect(maskNumber('+918123456789')).toBe('+91 •••• ••789')
})

it('shows nothing of a number without a calling code but its end, and nothing at all of a short one', () => {
  expect(maskNumber('07700900214')).toBe('•••• ••214')
  expect(maskNumber('60777')).toBe('•••• ••')
  expect(maskNumber(null)).toBeNull()
})
