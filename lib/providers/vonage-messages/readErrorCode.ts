import { isJsonObject, jsonText } from '../parseJson'
import { readReference } from '../readReference'

const CODE = /^\d{1,6}$/

/**
 * The code of an error object, or null. Version 1 has it as `title` and behind the "#" of `type`, version 0.1 as `code`.
 * A title that is no number is kept when there is nothing better: somebody here can say what it means.
 */
export function readErrorCode(error: unknown): string | null {
  if (!isJsonObject(error)) return null
  const title = jsonText(error, 'title')
  const code = [title, jsonText(error, 'code'), fragmentOf(jsonText(error, 'type'))].find(isCode)
  if (code !== undefined || title === '0') return code ?? null
  return readReference(title, 'error.title') ?? null
}

function isCode(text: string | undefined): text is string {
  return text !== undefined && CODE.test(text) && Number(text) !== 0
}

function fragmentOf(url: string | undefined): string | undefined {
  const mark = url?.lastIndexOf('#') ?? -1
  return mark === -1 ? undefined : url?.slice(mark + 1)
}
