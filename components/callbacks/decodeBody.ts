/** A callback's body as a person can read it. `text` when it is neither a form nor JSON. */
export type DecodedBody =
  { kind: 'empty' } | { kind: 'json'; pretty: string } | { kind: 'form'; fields: Field[] } | { kind: 'text' }

export interface Field {
  name: string
  value: string
}

/**
 * Decodes by the content type that the provider named, and falls back to what the body looks like, because providers
 * name the wrong one. Never throws: a body that does not keep its promise is `text`.
 */
export function decodeBody(body: string, contentType: string | undefined): DecodedBody {
  if (body.trim() === '') return { kind: 'empty' }
  if (/x-www-form-urlencoded/i.test(contentType ?? '')) return { kind: 'form', fields: decodeFields(body) }
  const pretty = prettyJson(body)
  return pretty === null ? { kind: 'text' } : { kind: 'json', pretty }
}

/** The parameters behind the "?" of a request target, decoded, in their order; repeated names stay repeated. */
export function decodeQuery(target: string): Field[] {
  const mark = target.indexOf('?')
  return mark < 0 ? [] : decodeFields(target.slice(mark + 1))
}

function decodeFields(text: string): Field[] {
  return [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }))
}

/**
 * Indented JSON; null when the text is not a JSON object or list.
 * Works on the text rather than on parsed values: a 19-digit message id must not lose its last digits.
 */
function prettyJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    JSON.parse(text)
  } catch {
    return null
  }
  return indentJson(text)
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g

function indentJson(text: string): string {
  let out = ''
  let depth = 0
  const tokens = text.match(TOKEN) ?? []
  tokens.forEach((token, index) => {
    const empty = (token === '{' && tokens[index + 1] === '}') || (token === '[' && tokens[index + 1] === ']')
    const closesEmpty = (token === '}' && tokens[index - 1] === '{') || (token === ']' && tokens[index - 1] === '[')
    if (empty || closesEmpty) out += token
    else if (token === '{' || token === '[') out += token + lineBreak(++depth)
    else if (token === '}' || token === ']') out += lineBreak(--depth) + token
    else if (token === ',') out += token + lineBreak(depth)
    else out += token === ':' ? ': ' : token
  })
  return out
}

function lineBreak(depth: number): string {
  return '\n' + '  '.repeat(depth)
}
