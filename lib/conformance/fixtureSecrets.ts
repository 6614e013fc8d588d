import type { Secrets } from '@/lib/providers/types'
import type { Fixture } from './fixture'

/** Names that fixtures use for what a connection calls otherwise. */
const ALIASES: Readonly<Record<string, string>> = {
  secret: 'signingSecret',
  algorithm: 'signatureAlgorithm',
  expectedTopicArn: 'topicArns',
}

/** The secrets of a fixture's connection: every text and number of `verify`, `auth_token` as `authToken`. */
export function fixtureSecrets(fixture: Fixture): Secrets {
  const secrets: Record<string, string> = {}
  for (const [key, value] of Object.entries(fixture.verify)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue
    const name = key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    secrets[name] = String(value)
    const alias = ALIASES[name]
    if (alias) secrets[alias] = String(value)
  }
  return secrets
}
