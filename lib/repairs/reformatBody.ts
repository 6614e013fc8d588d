import { type BodyForm, QUERY_FORMS, type QueryForm } from '@/lib/contracts/connectionSettings'
import { reformatForm } from './reformatForm'
import { isJsonForm, reformatJson } from './reformatJson'

const BOM = '\ufeff'

/** The same body in another of its spellings; what it says does not change. Bytes that are no UTF-8 stay as they are. */
export function reformatBody(body: Buffer, form: BodyForm): Buffer {
  const text = body.toString('utf8')
  if (!Buffer.from(text, 'utf8').equals(body)) return body
  return Buffer.from(reformatText(text, form), 'utf8')
}

function reformatText(text: string, form: BodyForm): string {
  if (isQueryForm(form)) return reformatForm(text, form)
  if (isJsonForm(form)) return reformatJson(text, form) ?? text
  switch (form) {
    case 'with_newline':
      return text.endsWith('\n') ? text : `${text}\n`
    case 'without_newline':
      return text.replace(/\r?\n$/, '')
    case 'with_crlf':
      return text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')
    case 'with_lf':
      return text.replaceAll('\r\n', '\n')
    case 'with_bom':
      return text.startsWith(BOM) ? text : BOM + text
    case 'without_bom':
      return text.startsWith(BOM) ? text.slice(1) : text
  }
}

function isQueryForm(form: BodyForm): form is QueryForm {
  return (QUERY_FORMS as readonly string[]).includes(form)
}
