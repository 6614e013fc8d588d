import type { CallbackSample } from '@/lib/contracts/mappingApi'

const REQUEST_LINE = /^(GET|POST|PUT)\s+(\S+)(?:\s+HTTP\/[\d.]+)?$/i

/**
 * A pasted request: a whole HTTP request (request line, headers, empty line, body), a URL, a query, or a body alone.
 * Headers with a space before the colon are none. Pure.
 */
export function parseSample(text: string): CallbackSample {
  const clean = text.replaceAll('\r\n', '\n').trim()
  const [first = '', ...rest] = clean.split('\n')
  const line = REQUEST_LINE.exec(first.trim())
  const url = /^(?:https?:\/\/|\?|\/)\S*$/.test(clean) && !clean.includes('\n')
  if (url) return { method: 'GET', target: clean, headers: {}, body: '' }
  const { headers, body } = line ? splitHead(rest) : headerFirst(clean)
  const method = (line?.[1]?.toUpperCase() ?? 'POST') as CallbackSample['method']
  return { method, target: line?.[2] ?? '', headers: withType(headers, body), body }
}

/** Headers without a request line before them: logs often leave it out. */
function headerFirst(text: string) {
  const lines = text.split('\n')
  return headerOf(lines[0] ?? '') && text.includes('\n\n') ? splitHead(lines) : { headers: {}, body: text }
}

function splitHead(lines: readonly string[]): { headers: Record<string, string>; body: string } {
  const empty = lines.indexOf('')
  const head = empty === -1 ? lines : lines.slice(0, empty)
  const headers = head.flatMap((each) => headerOf(each) ?? [])
  const body = empty === -1 ? lines.slice(headers.length).join('\n') : lines.slice(empty + 1).join('\n')
  return { headers: Object.fromEntries(headers), body }
}

function headerOf(line: string): [[string, string]] | null {
  const match = /^([A-Za-z0-9-]{1,60}):\s?(.*)$/.exec(line)
  return match ? [[match[1] ?? '', match[2] ?? '']] : null
}

function withType(headers: Record<string, string>, body: string): Record<string, string> {
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  if (hasType || body === '') return headers
  const type = /^\s*[[{]/.test(body) ? 'application/json' : 'application/x-www-form-urlencoded'
  return { ...headers, 'Content-Type': type }
}
