import { describe, expect, test } from 'vitest'
import { parseTimePattern, readByPattern } from './timePattern'

function read(pattern: string, text: string): string | null {
  const tokens = parseTimePattern(pattern)
  if (!tokens) throw new Error('no pattern')
  const written = readByPattern(tokens, text)
  if (!written) return null
  return new Date(written.wall).toISOString() + (written.offset === null ? '' : ` ${written.offset / 60_000}`)
}

describe('a time by its pattern', () => {
  test.each([
    ['yyyy-MM-dd HH:mm:ss', '2026-11-25 14:05:09', '2026-11-25T14:05:09.000Z'],
    ['yyMMddHHmm', '2611251405', '2026-11-25T14:05:00.000Z'],
    ['d.M.yyyy H:m:s', '5.1.2026 4:05:9', '2026-01-05T04:05:09.000Z'],
    ["dd/MM/yyyy'T'HH:mm:ss.SSS", '25/11/2026T14:05:09.123', '2026-11-25T14:05:09.123Z'],
    ['yyyy-MM-dd HH:mm:ss.S', '2026-11-25 14:05:09.123456', '2026-11-25T14:05:09.123Z'],
    ['yyyy-MM-dd HH:mm:ss.S', '2026-11-25 14:05:09.5', '2026-11-25T14:05:09.500Z'],
    ['d MMM yyyy hh:mm a', '25 Nov 2026 02:05 PM', '2026-11-25T14:05:00.000Z'],
    ['d MMM yyyy hh:mm a', '25 nov 2026 12:05 am', '2026-11-25T00:05:00.000Z'],
    ['EEEE, MMMM d, yyyy HH:mm', 'Wednesday, November 25, 2026 14:05', '2026-11-25T14:05:00.000Z'],
    ['yyyy-MM-dd HH:mm:ss XXX', '2026-11-25 14:05:09 +05:30', '2026-11-25T14:05:09.000Z 330'],
    ['yyyy-MM-dd HH:mm:ss xx', '2026-11-25 14:05:09 -0800', '2026-11-25T14:05:09.000Z -480'],
    ['yyyy-MM-dd HH:mm:ssX', '2026-11-25 14:05:09Z', '2026-11-25T14:05:09.000Z 0'],
    ['yyyy-MM-dd', '2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%s reads %s', (pattern, text, time) => {
    expect(read(pattern, text)).toBe(time)
  })

  test.each([
    ['yyyy-MM-dd HH:mm:ss', '2026-02-29 14:05:09'],
    ['yyyy-MM-dd HH:mm:ss', '2026-13-01 14:05:09'],
    ['yyyy-MM-dd HH:mm:ss', '2026-11-25 24:05:09'],
    ['yyyy-MM-dd HH:mm:ss', '2026-11-25 14:60:09'],
    ['yyyy-MM-dd HH:mm:ss', '2026-11-25 14:05:60'],
    ['yyyy-MM-dd HH:mm:ss', '2026-11-25 14:05:09 '],
    ['yyyy-MM-dd HH:mm:ss', '2026-11-25T14:05:09'],
    ['yyyy-MM-dd HH:mm:ss', '2026-1-25 14:05:09'],
    ['yyyy-MM-dd HH:mm:ss', ''],
    ['yyyy-MM-dd', '٢٠٢٦-11-25'],
    ['hh:mm a dd.MM.yyyy', '13:05 PM 25.11.2026'],
    ['d MMM yyyy', '25 Foo 2026'],
    ['yyyy-MM-ddXXX', '2026-11-25+25:00'],
  ])('%s does not read %s', (pattern, text) => {
    expect(read(pattern, text)).toBeNull()
  })

  test.each([
    '',
    'HH:mm',
    'yyyy-MM',
    'yyyy-MM-dd Q',
    "yyyy-MM-dd 'open",
    'yyyy-MM-dd hh:mm',
    'YYYY-MM-DD',
    'yyyy-MM-dd a',
  ])('%j is no pattern', (pattern) => {
    expect(parseTimePattern(pattern)).toBeNull()
  })
})
