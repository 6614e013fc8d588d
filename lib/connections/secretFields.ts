import { HttpProblem } from '@/lib/http/HttpProblem'
import { generateSecret } from '@/lib/providers/generateSecret'
import type { SecretField as FieldContract } from '@/lib/contracts/connection'
import type { Adapter, SecretField } from '@/lib/providers/types'

/** What of an adapter decides which secrets a connection has. */
export type SecretOwner = Pick<Adapter, 'id' | 'name' | 'secrets' | 'oneOf'>

/** True for what proves nothing by itself and can be corrected at once. */
export function isSetting(field: SecretField): boolean {
  return field.setting === true || field.options !== undefined
}

/** A field as forms show it. */
export function describeField(field: SecretField): FieldContract {
  return {
    name: field.name,
    label: field.label,
    help: field.help,
    required: field.required,
    generated: field.generated ?? false,
    options: field.options ? [...field.options] : null,
    setting: isSetting(field),
  }
}

/** New values for the fields of which Landed makes up the value itself and that `wants` names. */
export function generateSecrets(owner: SecretOwner, wants: (field: SecretField) => boolean): Record<string, string> {
  const fields = owner.secrets.filter((field) => field.generated && wants(field))
  return Object.fromEntries(fields.map((field) => [field.name, generateSecret(owner.id, field.name)]))
}

/** Throws HttpProblem 422 naming the field: a secret that the provider does not have, one missing, one not in its list. */
export function checkSecrets(owner: SecretOwner, secrets: Readonly<Record<string, string>>, title: string): void {
  const invalid = (name: string, message: string) =>
    new HttpProblem(422, title, message, [{ field: `secrets.${name}`, message }])
  const known = owner.secrets.map((field) => field.name)
  for (const name of Object.keys(secrets))
    if (!known.includes(name)) throw invalid(name, `${owner.name} has no secret "${name}". Known: ${known.join(', ')}.`)
  for (const field of owner.secrets) {
    const value = secrets[field.name]
    if (field.required && !value) throw invalid(field.name, `${field.label} is required. ${field.help}`)
    if (value && field.options && !field.options.includes(value))
      throw invalid(field.name, `${field.label} must be one of ${field.options.join(', ')}.`)
  }
  const [first] = owner.oneOf ?? []
  if (first !== undefined && !owner.oneOf?.some((name) => secrets[name])) throw invalid(first, oneOfWords(owner))
}

function oneOfWords({ name, secrets, oneOf }: SecretOwner): string {
  const labels = secrets.filter((field) => oneOf?.includes(field.name)).map((field) => field.label)
  return `${name} needs one of these at least, or nobody is let in: ${labels.join(', ')}.`
}
