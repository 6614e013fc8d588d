import { expect, test } from 'vitest'
import { parseIsoIn, readIsoTime } from './isoTime'

const london = (text: string) => new Date(parseIsoIn('Europe/London', text)).toISOString()

test.each([
  ['2026-01-15 12:00:00', '2026-01-15T12:00:00.000Z', 'winter'],
  ['2026-07-05 17:01:07', '2026-07-05T16:01:07.000Z', 'summer'],
  ['2026-03-29 00:59:59', '2026-03-29T00:59:59.000Z', 'the last second before the clocks go forward'],
  ['2026-03-29 01:30:00', '2026-03-29T01:30:00.000Z', 'the hour that does not exist'],
  ['2026-03-29 02:00:00', '2026-03-29T01:00:00.000Z', 'the first second after the clocks went forward'],
  ['2026-10-25 00:59:59', '2026-10-24T23:59:59.000Z', 'the last second that is surely summer'],
  ['2026-10-25 01:30:00', '2026-10-25T00:30:00.000Z', 'the hour that comes twice: the first one'],
  ['2026-10-25 02:00:00', '2026-10-25T02:00:00.000Z', 'the first second that is surely winter'],
  ['2026-12-31 23:59:59', '2026-12-31T23:59:59.000Z', 'midnight, year'],
  ['2026-07-01T00:00:00', '2026-06-30T23:00:00.000Z', 'a T between'],
  ['2026-07-05 17:01', '2026-07-05T16:01:00.000Z', 'no seconds'],
  ['2026-07-05 17:01:07+0200', '2026-07-05T15:01:07.000Z', 'an offset wins'],
  ['2026-07-05 17:01:07 +02:00', '2026-07-05T15:01:07.000Z', 'an offset after a space'],
  ['2026-07-05T17:01:07Z', '2026-07-05T17:01:07.000Z', 'UTC wins'],
])('in London %s is %s (%s)', (text, utc) => {
  expect(london(text)).toBe(utc)
})

test('the other end of the world: half an hour, the other way round', () => {
  const adelaide = (text: string) => new Date(parseIsoIn('Australia/Adelaide', text)).toISOString()
  expect(adelaide('2026-01-15 12:00:00')).toBe('2026-01-15T01:30:00.000Z')
  expect(adelaide('2026-04-05 02:30:00')).toBe('2026-04-04T16:00:00.000Z')
  expect(adelaide('2026-07-15 12:00:00')).toBe('2026-07-15T02:30:00.000Z')
  expect(adelaide('2026-10-04 02:30:00')).toBe('2026-10-03T17:00:00.000Z')
})

test.each(['', 'soon', '2026-02-31 10:00:00', '2026-13-01 10:00:00', '2026-01-01 24:00:00', '2026-01-01 10:60:00'])(
  '"%s" is no time',
  (text) => {
    expect(parseIsoIn('Europe/London', text)).toBeNaN()
    expect(() => readIsoTime(text, 'at')).toThrow('at is not a time')
  },
)

test('readIsoTime: microseconds are cut, not rounded; no zone is no time; the year must make sense', () => {
  expect(readIsoTime('2026-03-02T10:15:41.654999Z', 'at')).toBe(Date.UTC(2026, 2, 2, 10, 15, 41, 654))
  expect(readIsoTime('2026-03-02T10:15:41.001Z', 'at')).toBe(Date.UTC(2026, 2, 2, 10, 15, 41, 1))
  expect(readIsoTime('2026-03-02T10:15:41.290Z', 'at')).toBe(Date.UTC(2026, 2, 2, 10, 15, 41, 290))
  expect(readIsoTime('2026-03-02T10:15:41.000+0000', 'at')).toBe(Date.UTC(2026, 2, 2, 10, 15, 41))
  expect(readIsoTime('2026-03-02T10:15:41-05', 'at')).toBe(Date.UTC(2026, 2, 2, 15, 15, 41))
  expect(readIsoTime('2026-03-02T10:15:41', 'at')).toBeNull()
  expect(() => readIsoTime('1970-01-01T00:00:00Z', 'at')).toThrow('outside the years')
})
