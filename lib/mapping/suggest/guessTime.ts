import type { TimeFormat } from '@/lib/contracts/mapping'
import { parseTimePattern, readByPattern } from '@/lib/contracts/timePattern'

const PATTERNS = [
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'MM/dd/yyyy HH:mm:ss',
  'dd-MM-yyyy HH:mm:ss',
  'yyyyMMddHHmmss',
  'yyMMddHHmm',
  'yyMMddHHmmss',
  'd MMM yyyy HH:mm:ss',
  'EEE, d MMM yyyy HH:mm:ss xx',
  'yyyy-MM-dd HH:mm:ss xxx',
] as const

/** The format that a time looks like; null when none fits. Whether 03/04 is in March nobody can tell: day first. */
export function guessTime(value: string): TimeFormat | null {
  if (/^\d{10}(?:\.\d+)?$/.test(value) && !/^2\d(?:0[1-9]|1[0-2])[0-3]\d[0-2]\d[0-5]\d$/.test(value))
    return { format: 'unix_s' }
  if (/^\d{13}$/.test(value)) return { format: 'unix_ms' }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return { format: 'iso', zone: null }
  const pattern = PATTERNS.find((each) => readByPattern(parseTimePattern(each) ?? [], value) !== null)
  return pattern === undefined ? null : { format: 'pattern', pattern, zone: null }
}
