import { InvalidArgumentError } from 'commander'
import { describe, expect, it, vi } from 'vitest'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { StartProblem } from '@/lib/StartProblem'
import { parseSecrets } from './connections/parseSecrets'
import { countOf, percentOf, rateOf } from './numbers'
import { reportFailure } from './reportFailure'
import { signingUrl } from './simulate/signingUrl'
import { table } from './table'
import { UsageProblem } from './UsageProblem'

describe('parseSecrets', () => {
  it('splits at the first "=" only', () => {
    expect(parseSecrets(['token=a=b==', 'other= x'])).toEqual({ token: 'a=b==', other: ' x' })
  })
  it.each([['token'], ['=x'], ['token='], ['a b=c']])('refuses %s', (text) => {
    expect(() => parseSecrets([text])).toThrow(UsageProblem)
  })
  it('refuses a name given twice, without showing a value', () => {
    expect(() => parseSecrets(['token=one', 'token=two'])).toThrow(/^--secret token is given twice\.$/)
  })
})

describe('numbers', () => {
  it('takes a rate of 0 for "no limit"', () => expect(rateOf('0')).toBe(Infinity))
  it.each(['', 'x', '-1', '101', '1e9'])('refuses %s percent', (text) => {
    expect(() => percentOf(text)).toThrow(InvalidArgumentError)
  })
  it.each(['0', '1.5', '1000001'])('refuses a count of %s', (text) => {
    expect(() => countOf(text)).toThrow(InvalidArgumentError)
  })
})

describe('signingUrl', () => {
  it('prefers what is given, then PUBLIC_URL', () => {
    expect(signingUrl('http://127.0.0.1:3000', 'https://a.example/', { PUBLIC_URL: 'https://b.example' })).toBe(
      'https://a.example',
    )
    expect(signingUrl('http://127.0.0.1:3000', undefined, { PUBLIC_URL: 'https://b.example' })).toBe(
      'https://b.example',
    )
  })
  it('takes localhost for every name of this machine, as the server does', () => {
    for (const url of ['http://127.0.0.1:4410', 'http://[::1]:4410/', 'http://localhost:4410'])
      expect(signingUrl(url, undefined, {})).toBe('http://localhost:4410')
    expect(signingUrl('https://landed.example.com/', undefined, {})).toBe('https://landed.example.com')
  })
})

describe('reportFailure', () => {
  it.each([
    [new UsageProblem('wrong'), 2, 422],
    [new HttpProblem(422, 'Wrong field', 'wrong'), 2, 422],
    [new HttpProblem(404, 'None', 'none'), 1, 404],
    [new StartProblem('away'), 1, 500],
    [new Error('surprise'), 1, 500],
  ])('gives %s an exit code and a JSON problem', (error, code, status) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(reportFailure(error, true)).toBe(code)
    expect(JSON.parse(String(said.mock.calls[0]?.[0]))).toMatchObject({ status, type: 'about:blank' })
    said.mockRestore()
  })
})

describe('table', () => {
  it('aligns columns and ends no line with spaces', () => {
    expect(
      table([
        ['A', 'B'],
        ['long', ''],
        ['x', 'yy'],
      ]),
    ).toBe('A     B\nlong\nx     yy')
  })
})
