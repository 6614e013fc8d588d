import { UnreadableError } from '../UnreadableError'

/** An element: text when it holds no other elements, else its children by name, each a list in the order of the text. */
export type XmlElement = string | XmlChildren
export type XmlChildren = Map<string, XmlElement[]>

const DEEPEST = 16
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** What may stand between "<" and the end of a name. */
const NAME_END = /[\s/>]/

interface Open {
  name: string
  text: string
  children: XmlChildren
}

/**
 * The root element of a document and its name, attributes left out. Reads each character once. Refuses what receipts
 * never hold and attacks do: a DOCTYPE (with it every entity of its own) and deep nesting.
 * Throws UnreadableError (malformed_body) for what is not well formed.
 */
export function parseXml(xml: string): XmlChildren {
  const root: Open = { name: '', text: '', children: new Map() }
  const open: Open[] = [root]
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const current = open[open.length - 1]!
    if (tag === -1) break
    if (open.length > 1 && tag > at) current.text += decodeEntities(xml.slice(at, tag))
    at = readMarkup(xml, tag, open)
  }
  if (open.length !== 1 || root.children.size !== 1) throw broken('is cut off or holds no element')
  return root.children
}

/** Reads what begins with the "<" at `at`; returns where it ends. */
function readMarkup(xml: string, at: number, open: Open[]): number {
  if (xml.startsWith('<!--', at)) return after(xml, '-->', at)
  if (xml.startsWith('<?', at)) return after(xml, '?>', at)
  if (xml.startsWith('<![CDATA[', at)) {
    const end = after(xml, ']]>', at)
    open[open.length - 1]!.text += xml.slice(at + '<![CDATA['.length, end - ']]>'.length)
    return end
  }
  if (xml.startsWith('<!', at)) throw broken('holds a DOCTYPE, which is not accepted')
  const end = after(xml, '>', at)
  if (xml[at + 1] === '/') close(open, xml.slice(at + 2, end - 1).trim())
  else start(open, xml.slice(at + 1, end - 1))
  return end
}

function start(open: Open[], tag: string): void {
  const nameEnd = tag.search(NAME_END)
  const name = nameEnd === -1 ? tag : tag.slice(0, nameEnd)
  if (name === '' || open.length > DEEPEST) throw broken('holds an element without a name, or too many within another')
  open.push({ name, text: '', children: new Map() })
  if (tag.endsWith('/')) close(open, name)
}

function close(open: Open[], name: string): void {
  const element = open.pop()
  const parent = open[open.length - 1]
  if (!element || !parent || element.name !== name) throw broken('closes an element that is not the open one')
  const value = element.children.size > 0 ? element.children : element.text.trim()
  const siblings = parent.children.get(name)
  if (siblings) siblings.push(value)
  else parent.children.set(name, [value])
}

function after(xml: string, end: string, from: number): number {
  const at = xml.indexOf(end, from)
  if (at === -1) throw broken('was cut off on the way')
  return at + end.length
}

/** `&amp;` and the like, by name or number. An unknown name stays as it is. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole
    const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}

function broken(what: string): UnreadableError {
  return new UnreadableError('malformed_body', `The XML body ${what}.`)
}
