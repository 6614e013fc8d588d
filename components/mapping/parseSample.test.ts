import { expect, test } from 'vitest'
import { parseSample } from './parseSample'

const JSON_TYPE = { 'Content-Type': 'application/json' }

test.each([
  ['a body alone', '{"id":1}', { method: 'POST', target: '', headers: JSON_TYPE, body: '{"id":1}' }],
  [
    'a form alone',
    'id=1&status=2',
    {
      method: 'POST',
      target: '',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'id=1&status=2',
    },
  ],
  ['a URL', 'https://x.example/cb?id=1', { method: 'GET', target: 'https://x.example/cb?id=1', headers: {}, body: '' }],
  ['a query', '?id=1', { method: 'GET', target: '?id=1', headers: {}, body: '' }],
  [
    'a whole request',
    'PUT /cb?x=1 HTTP/1.1\r\nHost: h\r\nX-Sig: a: b\r\nContent-Type: application/json\r\n\r\n{"a":\n\n1}',
    {
      method: 'PUT',
      target: '/cb?x=1',
      headers: { Host: 'h', 'X-Sig': 'a: b', 'Content-Type': 'application/json' },
      body: '{"a":\n\n1}',
    },
  ],
  [
    'headers and body without a request line',
    'X-Sig: abc\n\n{"a":1}',
    { method: 'POST', target: '', headers: { 'X-Sig': 'abc', ...JSON_TYPE }, body: '{"a":1}' },
  ],
  ['a request line alone', 'GET /cb?id=1', { method: 'GET', target: '/cb?id=1', headers: {}, body: '' }],
])('%s', (_, text, sample) => {
  expect(parseSample(text)).toEqual(sample)
})
