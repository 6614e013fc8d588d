import { endOverlap } from '@/lib/connections/endOverlap'
import { rotateSecrets } from '@/lib/connections/rotateSecrets'
import { type ConnectionRotated, rotateRequest } from '@/lib/contracts/changeConnection'
import { printResult } from '../printResult'
import { UsageProblem } from '../UsageProblem'
import { withDatabase } from '../withDatabase'
import { parseSecrets } from './parseSecrets'

interface Options {
  secret: string[]
  generate: string[]
  overlap?: string
  until?: string
  endOverlap?: boolean
  json?: boolean
}

const DEFAULT_OVERLAP = '24h'

/** `landed connections rotate` */
export async function rotateOneConnection(id: string, options: Options): Promise<void> {
  if (options.endOverlap) return endNow(id, options)
  const { secret, generate, overlap, until } = options
  if (secret.length + generate.length === 0)
    throw new UsageProblem('Give the new secrets: --secret name=value, or --generate name. See also --end-overlap.')
  const request = rotateRequest.safeParse({
    secrets: parseSecrets(secret),
    generate,
    ...(until === undefined ? { overlap: overlap ?? DEFAULT_OVERLAP } : { overlap, until }),
  })
  if (!request.success)
    throw new UsageProblem('--overlap is none, 1h, 24h or 7d; or give --until 2027-01-31T12:00:00Z instead of it.')
  const rotated = await withDatabase(() => rotateSecrets(id, request.data))
  printResult(options.json, rotated, describe(rotated))
}

async function endNow(id: string, { secret, generate, overlap, until, json }: Options): Promise<void> {
  if (secret.length + generate.length > 0 || overlap !== undefined || until !== undefined)
    throw new UsageProblem('--end-overlap stands alone.')
  const connection = await withDatabase(() => endOverlap(id))
  printResult(json, connection, `The old secrets of "${connection.name}" are not accepted any more.`)
}

function describe({ name, rotation, generatedSecrets, urlChanged, urlToPaste }: ConnectionRotated): string {
  const generated = Object.entries(generatedSecrets)
  return [
    `"${name}" has new secrets.`,
    rotation ? `The old ones are accepted until ${rotation.until}.` : 'The old ones are not accepted any more.',
    ...(generated.length > 0 ? ['', ...generated.map(([key, value]) => `  ${key.padEnd(12)}  ${value}`)] : []),
    ...(urlChanged
      ? ['', `  callback URL  ${urlToPaste}`, '', 'Paste this URL at the provider in place of the old one.']
      : []),
    ...(generated.length > 0 ? ['Generated secrets are shown this once.'] : []),
  ].join('\n')
}
