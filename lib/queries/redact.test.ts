import { describe, expect, it } from 'vitest'
import { redactHeaders } from './redactHeaders'
import { redactTarget } from './redactTarget'

describe('redactTarget', () => {
  it.each([
    ['/api/callbacks/twilio/abc123', '/api/callbacks/twilio/abc123'],
    ['/api/callbacks/kannel/abc123/s3cret', '/api/callbacks/kannel/abc123/•••'],
    ['/api/callbacks/kannel/abc123/s3cret/more?d=1', '/api/callbacks/kannel/abc123/•••?d=1'],
    ['/api/callbacks/kannel/abc123?token=s3cret&d=1&A=', '/api/callbacks/kannel/abc123?token=•••&d=1&A='],
    ['/api/callbacks/vonage-sms/a?msisdn=4477&sig=ab=cd&x', '/api/callbacks/vonage-sms/a?msisdn=4477&sig=•••&x'],
    ['/api/callbacks/x/a?TOKEN=1&%74oken=2&%zz=3', '/api/callbacks/x/a?TOKEN=•••&%74oken=•••&%zz=3'],
    ['/api/callbacks/x/a?password=&secret', '/api/callbacks/x/a?password=•••&secret'],
  ])('%s', (target, shown) => expect(redactTarget(target)).toBe(shown))
})

describe('redactHeaders', () => {
  it('hides credentials, shortens signatures and leaves the rest', () => {
    expect(
      redactHeaders({
        authorization: 'Basic abcdef',
        'x-api-key': 'k',
        'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93',
        'user-agent': 'TwilioProxy/1.1',
      }),
    ).toEqual({
      authorization: '•••',
      'x-api-key': '•••',
      'x-twilio-signature': 'RSOYDt•••',
      'user-agent': 'TwilioProxy/1.1',
    })
  })
})
