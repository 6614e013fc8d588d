import { describe, expect, test } from 'vitest'
import { toE164, toSender } from './e164'

describe('toE164', () => {
  test.each([
    ['+447700900123', '+447700900123'],
    ['447700900123', '+447700900123'],
    ['00447700900123', '+447700900123'],
    ['whatsapp:+447700900123', '+447700900123'],
    ['rcs:+447700900123', '+447700900123'],
    ['+44 (7700) 900-123', '+447700900123'],
    ['07700900123', null],
    ['ACME', null],
    ['', null],
    ['+1234567890123456', null],
    ['messenger:abc', null],
    ['messenger:1234567890123', null],
  ])('%s → %s', (sent, number) => expect(toE164(sent)).toBe(number))
})

describe('toSender', () => {
  test.each([
    ['+13125550101', '+13125550101'],
    ['447700900123', '+447700900123'],
    ['whatsapp:+13125550103', '+13125550103'],
    ['rcs:acme_agent', 'acme_agent'],
    ['messenger:1234567890123', '1234567890123'],
    ['ACME 24', 'ACME 24'],
    ['78555', '78555'],
    ['15550199', '15550199'],
    ['', null],
  ])('%s → %s', (sent, sender) => expect(toSender(sent)).toBe(sender))
})
