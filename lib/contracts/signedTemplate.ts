/** A piece of what is signed: text as it is, or something of the request. */
export type SignedPart =
  { kind: 'text'; text: string } | { kind: 'body' | 'url' | 'path' | 'method' | 'timestamp' } | NamedPart
interface NamedPart {
  kind: 'header' | 'query'
  name: string
}

const PLAIN = ['body', 'url', 'path', 'method', 'timestamp'] as const

/** The pieces of a template such as "{timestamp}.{body}"; null when a brace is left open or names nothing known. */
export function parseSignedTemplate(template: string): SignedPart[] | null {
  const parts: SignedPart[] = []
  let at = 0
  while (at < template.length) {
    const open = template.indexOf('{', at)
    const text = open === -1 ? template.slice(at) : template.slice(at, open)
    if (text.includes('}')) return null
    if (text !== '') parts.push({ kind: 'text', text })
    if (open === -1) return parts
    const close = template.indexOf('}', open)
    const part = close === -1 ? null : partOf(template.slice(open + 1, close))
    if (!part) return null
    parts.push(part)
    at = close + 1
  }
  return parts
}

function partOf(inside: string): SignedPart | null {
  const plain = PLAIN.find((kind) => kind === inside)
  if (plain) return { kind: plain }
  const colon = inside.indexOf(':')
  const [kind, name] = [inside.slice(0, colon), inside.slice(colon + 1)]
  if (colon === -1 || name === '') return null
  if (kind === 'header') return { kind, name: name.toLowerCase() }
  return kind === 'query' ? { kind, name } : null
}
