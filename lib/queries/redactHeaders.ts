const SECRET_HEADER = /^(authorization|proxy-authorization|cookie|set-cookie)$|token|secret|password|api-?key/i
const SIGNATURE_HEADER = /signature/i
const SHOWN = 6

/**
 * Headers as they may be shown: credentials are hidden, of signatures the beginning stays, so that a person can compare
 * it with what the provider's console says it sent.
 */
export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, shown(name, value)]))
}

function shown(name: string, value: string): string {
  if (SECRET_HEADER.test(name)) return '•••'
  return SIGNATURE_HEADER.test(name) ? `${value.slice(0, SHOWN)}•••` : value
}
