import { UsageProblem } from '../UsageProblem'

/** Reads "name=value" arguments. The value is everything after the first "=", which it may contain itself. */
export function parseSecrets(given: readonly string[]): Record<string, string> {
  const secrets: Record<string, string> = {}
  for (const text of given) {
    const [, name, value] = /^(\w+)=(.+)$/s.exec(text) ?? []
    // The value is a secret, so the sentence shows only what stands before it.
    if (!name || !value) throw new UsageProblem(`--secret "${text.split('=')[0]}" is not of the form name=value.`)
    if (name in secrets) throw new UsageProblem(`--secret ${name} is given twice.`)
    secrets[name] = value
  }
  return secrets
}
