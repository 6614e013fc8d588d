import { createHmac, hash } from 'node:crypto'
import type { Form } from '../formDecoder'

/** The algorithms of the account settings, under Vonage's names; the first is the default of an account. */
export const ALGORITHMS = ['md5hash', 'md5', 'sha1', 'sha256', 'sha512'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

/** The algorithm by its name in the settings or in the API ("sha256", "SHA-256 HMAC", "sha256hmac"). */
export function findAlgorithm(name: string | undefined): Algorithm | undefined {
  if (!name) return 'md5hash'
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  return ALGORITHMS.find((algorithm) => algorithm === bare || `${algorithm}hmac` === bare)
}

/** The expected `sig`, lower-case hex: over "&name=value…" of all other parameters, sorted by name. */
export function sign(parameters: Form, secret: string, algorithm: Algorithm): string {
  const text = signedText(parameters)
  if (algorithm === 'md5hash') return hash('md5', text + secret)
  return createHmac(algorithm, secret).update(text).digest('hex')
}

function signedText({ names, values }: Form): string {
  return names
    .map((name, index) => ({ name, value: values[index] ?? '' }))
    .filter(({ name }) => name !== 'sig')
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, value }) => `&${name}=${value.replace(/[&=]/g, '_')}`)
    .join('')
}
