/** The parts of an SMPP delivery receipt text, exactly as sent; null for a part that is not there. */
export interface SmppReceiptText {
  id: string | null
  sub: string | null
  dlvrd: string | null
  submitDate: string | null
  doneDate: string | null
  stat: string | null
  err: string | null
  text: string | null
}

const KEY = /(?:^|\s)(id|sub|dlvrd|submit[ _]?date|done[ _]?date|stat|err|text):/gi

/**
 * Reads "id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…" in any of its common variations.
 * `text` is the last part and ends the reading: what follows is the person's own words and may look like parts.
 * Never throws; a text without parts gives only nulls.
 */
export function parseSmppReceiptText(receipt: string): SmppReceiptText {
  const parts: SmppReceiptText = {
    id: null,
    sub: null,
    dlvrd: null,
    submitDate: null,
    doneDate: null,
    stat: null,
    err: null,
    text: null,
  }
  let open: { part: keyof SmppReceiptText; from: number } | null = null
  for (const match of receipt.matchAll(KEY)) {
    if (open) parts[open.part] ??= receipt.slice(open.from, match.index).trim()
    open = { part: partOf(match[1] ?? ''), from: match.index + match[0].length }
    if (open.part === 'text') break
  }
  if (open) parts[open.part] ??= endOf(receipt, open)
  return parts
}

function endOf(receipt: string, open: { part: keyof SmppReceiptText; from: number }): string {
  const rest = receipt.slice(open.from)
  return open.part === 'text' ? rest : rest.trim()
}

function partOf(key: string): keyof SmppReceiptText {
  const bare = key.toLowerCase().replace(/[ _]/g, '')
  if (bare === 'submitdate') return 'submitDate'
  if (bare === 'donedate') return 'doneDate'
  return bare as keyof SmppReceiptText
}
