const SECRET_KEY =
  /^(authorization|cookie|set-cookie|password|secrets?|token|api-?key|.*(authToken|Secret|SecretKey|Password))$/i
/** A digit run of the length of a phone number that is not part of a longer word (an id, a UUID, a decimal). */
const PHONE = /(?<![\w.-])\+?\d{8,15}(?![\w-]|\.\d)/g
const URL_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*:)[^\s@]+(@)/gi
const MAX_DEPTH = 6

/**
 * A copy of a log value in which no secret and no whole phone number is left: values of keys that hold secrets,
 * passwords in URLs, and runs of 8 to 15 digits (the country code and the last two digits stay, for telling apart).
 */
export function maskSecrets(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`
  if (depth === MAX_DEPTH) return '[deeper]'
  if (value instanceof Error) return maskError(value, depth)
  if (Array.isArray(value)) return value.map((item) => maskSecrets(item, depth + 1))
  return maskEntries(Object.entries(value), depth)
}

/** The same for one text. */
export function maskText(text: string): string {
  return text.replace(URL_PASSWORD, '$1***$2').replace(PHONE, (number) => `${number.slice(0, 3)}…${number.slice(-2)}`)
}

function maskEntries(entries: [string, unknown][], depth: number): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([key, value]) => [key, SECRET_KEY.test(key) ? '[secret]' : maskSecrets(value, depth + 1)]),
  )
}

/** `message`, `stack` and `cause` of an error are not enumerable: named here, or the log would show nothing. */
function maskError(error: Error, depth: number): Record<string, unknown> {
  const named: [string, unknown][] = [
    ['type', error.name],
    ['message', error.message],
    ['stack', error.stack],
  ]
  if (error.cause !== undefined) named.push(['cause', error.cause])
  return maskEntries([...named, ...Object.entries(error)], depth)
}
