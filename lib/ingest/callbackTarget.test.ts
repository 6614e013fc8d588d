import { describe, expect, it } from 'vitest'
import { parseCallbackTarget } from './callbackTarget'

describe('parseCallbackTarget', () => {
  it.each([
    ['/api/callbacks/twilio/abc', { adapter: 'twilio', connection: 'abc' }],
    ['/api/callbacks/vonage-sms/abc/token', { adapter: 'vonage-sms', connection: 'abc' }],
    ['/api/callbacks/twilio/abc/', { adapter: 'twilio', connection: 'abc' }],
    ['/api/callbacks/kannel/abc?token=a/b&d=1', { adapter: 'kannel', connection: 'abc' }],
    ['/api/callbacks/twilio/abc?x=/?y', { adapter: 'twilio', connection: 'abc' }],
    ['/api/callbacks/twilio', null],
    ['/api/callbacks/twilio/', null],
    ['/api/callbacks//abc', null],
    ['/api/callbacks/', null],
    ['/api/callbacks/twilio?/abc', null],
  ])('reads %s', (target, expected) => {
    expect(parseCallbackTarget(target)).toEqual(expected)
  })
})
