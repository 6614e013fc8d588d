import { createConnection } from '@/lib/connections/createConnection'
import type { ConnectionCreated } from '@/lib/contracts/connection'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'
import { parseSecrets } from './parseSecrets'
import { urlToPaste } from '@/lib/contracts/urlToPaste'

/** `landed connections add` */
export async function addConnection(adapter: string, options: { name: string; secret: string[]; json?: boolean }) {
  const secrets = parseSecrets(options.secret)
  const created = await withDatabase(() => createConnection({ adapter, name: options.name, secrets }))
  const paste = urlToPaste(created.callbackUrl, created.urlSuffix, { ...secrets, ...created.generatedSecrets })
  printResult(options.json, { ...created, urlToPaste: paste }, describe(created, paste))
}

function describe(created: ConnectionCreated, paste: string): string {
  const generated = Object.entries(created.generatedSecrets)
  return [
    `Added "${created.name}".`,
    '',
    `  id            ${created.id}`,
    `  callback URL  ${paste}`,
    ...generated.map(([name, value]) => `  ${name.padEnd(12)}  ${value}`),
    '',
    ...(generated.length > 0 ? ['Generated secrets are shown this once. Keep them where your other secrets are.'] : []),
    created.setup,
  ].join('\n')
}
