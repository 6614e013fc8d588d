import type { Diagnosis } from '@/lib/contracts/doctor'
import { formatCount } from '@/lib/format/number'

export interface FindingWords {
  kind: 'found' | 'fine' | 'open'
  cause: string
  /** A second sentence, smaller. */
  also: string | null
}

/** A diagnosis in two sentences. */
export function findingWords({ verifies, remedy, rightful, refusal, tried, waiting, helped }: Diagnosis): FindingWords {
  if (verifies)
    return { kind: 'fine', cause: 'As things are now it would be accepted: something was mended since.', also: null }
  if (remedy) return { kind: 'found', cause: remedy.cause, also: helpWords(waiting, helped) }
  if (rightful)
    return {
      kind: 'found',
      cause: `It is a genuine callback for the connection “${rightful.name}”: its provider was given the URL of this one.`,
      also: `Paste the URL of “${rightful.name}” in that provider’s console.`,
    }
  return {
    kind: 'open',
    cause:
      `None of the usual causes explains it (${formatCount(tried)} combinations of scheme, host, port, path, query, body, clock and the secrets of other connections). ${refusal?.reason ?? ''}`.trim(),
    also: 'What is left: the secret itself is another one (copy it again), the body was changed in a way that cannot be undone, or somebody else sent it.',
  }
}

function helpWords(waiting: number, helped: number): string | null {
  if (waiting <= 1) return null
  if (helped === waiting) return `It would make all ${formatCount(waiting)} that wait for this connection verify.`
  return `It would make ${formatCount(helped)} of the ${formatCount(waiting)} verify that wait for this connection.`
}
