import type { BodyForm } from '@/lib/contracts/connectionSettings'

export type JsonForm = Extract<BodyForm, `json_${string}`>

/** True for the forms that only JSON has. */
export function isJsonForm(form: BodyForm): form is JsonForm {
  return form.startsWith('json_')
}

/**
 * The same JSON in another spelling. Works on its tokens: numbers, the order of keys and repeated keys stay as they are
 * written, which parsing and printing would lose. Undefined for text that is not JSON. Linear in the length.
 */
export function reformatJson(text: string, form: JsonForm): string | undefined {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  const spacing = SPACINGS[form]
  if (spacing) return write(tokensOf(text), spacing)
  const respell = SPELLINGS[form] ?? ((token: string) => token)
  return tokensOf(text, true)
    .map((token) => (token.startsWith('"') ? respell(token) : token))
    .join('')
}

interface Spacing {
  colon: string
  comma: string
  indent?: string
}

const SPACINGS: Partial<Record<JsonForm, Spacing>> = {
  json_compact: { colon: ':', comma: ',' },
  json_spaced: { colon: ': ', comma: ', ' },
  json_pretty_2: { colon: ': ', comma: ',', indent: '  ' },
  json_pretty_4: { colon: ': ', comma: ',', indent: '    ' },
}

/** Another spelling of the characters of one string token. */
const SPELLINGS: Partial<Record<JsonForm, (token: string) => string>> = {
  json_ascii: (token) =>
    token.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  json_unicode: (token) => token.replace(/\\(u[0-9a-fA-F]{4}|[^u])/g, (escape, what: string) => unescape(escape, what)),
  json_escaped_slashes: (token) => token.replace(/\\.|\//g, (part) => (part === '/' ? '\\/' : part)),
  json_plain_slashes: (token) => token.replace(/\\./g, (part) => (part === '\\/' ? '/' : part)),
}

/** Strings, numbers and words, and single marks. With `spaces` also what lies between them. */
function tokensOf(text: string, spaces = false): string[] {
  const tokens: string[] = []
  for (let at = 0; at < text.length;) {
    const end = endOfToken(text, at)
    const token = text.slice(at, end)
    if (spaces || token.trim() !== '') tokens.push(token)
    at = end
  }
  return tokens
}

function endOfToken(text: string, start: number): number {
  const first = text[start] ?? ''
  if (first === '"') return endOfString(text, start)
  if ('{}[],:'.includes(first)) return start + 1
  const inSpace = isSpace(first)
  let end = start + 1
  while (end < text.length && !'{}[],:"'.includes(text[end]!) && isSpace(text[end]!) === inSpace) end += 1
  return end
}

function endOfString(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1
  return end + 1
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t'
}

function write(tokens: readonly string[], { colon, comma, indent }: Spacing): string {
  let depth = 0
  const out: string[] = []
  const newLine = () => (indent === undefined ? '' : `\n${indent.repeat(depth)}`)
  tokens.forEach((token, index) => {
    const isEmpty = (token === '{' && tokens[index + 1] === '}') || (token === '[' && tokens[index + 1] === ']')
    const closesEmpty = ['{', '['].includes(tokens[index - 1] ?? '')
    if (token === '{' || token === '[') {
      depth += 1
      out.push(token, isEmpty ? '' : newLine())
    } else if (token === '}' || token === ']') {
      depth -= 1
      out.push(closesEmpty ? '' : newLine(), token)
    } else if (token === ',') out.push(comma, newLine())
    else out.push(token === ':' ? colon : token)
  })
  return out.join('')
}

/** A written-out character for its escape, where it is a plain one beyond ASCII. */
function unescape(escape: string, what: string): string {
  const code = what.startsWith('u') ? parseInt(what.slice(1), 16) : 0
  return code >= 0x80 ? String.fromCharCode(code) : escape
}
