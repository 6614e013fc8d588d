import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { mayAnswer } from './localOnly'

interface Fields {
  url?: string
  from?: string
  headers?: Record<string, string>
}

/** A request of a browser on this machine, but for the given fields. */
function request({ url = '/', from = '127.0.0.1', headers = { host: 'localhost:3000' } }: Fields): IncomingMessage {
  return { url, headers, socket: { remoteAddress: from } } as unknown as IncomingMessage
}

describe('mayAnswer', () => {
  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('answers a browser here (%s)', (from) => {
    expect(mayAnswer(request({ from }))).toBe(true)
  })

  it.each(['localhost', 'localhost:3000', 'LOCALHOST:1', '127.0.0.1:3000', '[::1]:3000'])('named %s', (host) => {
    expect(mayAnswer(request({ headers: { host } }))).toBe(true)
  })

  it.each(['192.168.1.5', '10.0.0.1', '203.0.113.9', '::ffff:192.168.1.5', 'fe80::1', '127.0.0.2', ''])(
    'refuses another machine (%s)',
    (from) => {
      expect(mayAnswer(request({ from }))).toBe(false)
    },
  )

  it.each([
    'landed.example.com',
    'localhost.example.com',
    'localhost:3000.example.com',
    'evil.com#localhost',
    'localhost@evil.com',
    '127.0.0.1.nip.io',
    '127.0.0.10',
    '',
  ])('refuses the name %o, which a page elsewhere may point here', (host) => {
    expect(mayAnswer(request({ headers: { host } }))).toBe(false)
  })

  it('refuses a request without a name', () => {
    expect(mayAnswer(request({ headers: {} }))).toBe(false)
  })

  it.each<Record<string, string>>([
    { forwarded: 'for=1.2.3.4' },
    { 'x-forwarded-for': '1.2.3.4' },
    { 'x-real-ip': '1.2.3.4' },
  ])('refuses what a proxy passes on (%o)', (forwarding) => {
    expect(mayAnswer(request({ headers: { host: 'localhost', ...forwarding } }))).toBe(false)
  })

  it.each([
    '/api/callbacks/twilio/abc',
    '/api/callbacks/x',
    '/api/health',
    '/api/health/ready?x=..',
    '/api/health/live',
    '/api/callbacks/kannel/abc?d=..',
  ])('opens %s to all', (url) => {
    const headers = { host: 'landed.example.com', 'x-forwarded-for': '1.2.3.4' }
    expect(mayAnswer(request({ url, from: '203.0.113.9', headers }))).toBe(true)
  })

  it.each([
    '/',
    '/api/v1/messages',
    '/api/callbacks',
    '/api/metrics',
    '/api/live',
    '//api/callbacks/twilio/abc',
    '/API/callbacks/twilio/abc',
    '/x/../api/health',
    '/api/healthy',
    '/api/health/../v1/messages',
    '/api/callbacks/../v1/messages',
    '/api/callbacks/%2e%2e/v1/messages',
    '/api/callbacks/.%2E/v1/messages',
    '/api/callbacks/..\\v1/messages',
    '/api/callbacks/..%5Cv1/messages',
  ])('keeps %s to this machine', (url) => {
    expect(mayAnswer(request({ url, from: '203.0.113.9', headers: { host: 'landed.example.com' } }))).toBe(false)
  })
})
