import { firstValue, type Form } from '../formDecoder'
import { jsonText } from '../parseJson'

/** Reads a field of one receipt by its name in snake_case; undefined when it is missing, null or empty. */
export type Fields = (name: string) => string | undefined

/** A receipt out of JSON; what it lacks is looked up in `shared`. Names in camelCase are taken as well. */
export function jsonFields(item: Record<string, unknown>, shared?: Record<string, unknown>): Fields {
  return (name) => fieldOf(item, name) || (shared && fieldOf(shared, name)) || undefined
}

function fieldOf(object: Record<string, unknown>, name: string): string | undefined {
  return jsonText(object, name) ?? jsonText(object, camelCase(name))
}

/** A receipt out of a form or a query. */
export function formFields(form: Form): Fields {
  return (name) => firstValue(form, name) || firstValue(form, camelCase(name)) || undefined
}

const CAMEL = new Map<string, string>()

/** The names are those in our own code, so the map stays small. */
function camelCase(name: string): string {
  const known = CAMEL.get(name)
  if (known !== undefined) return known
  const camel = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  CAMEL.set(name, camel)
  return camel
}
