import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { findFixtureFiles } from '@/lib/conformance/findFixtureFiles'
import { fixtureRequest } from '@/lib/conformance/fixtureRequest'
import { readFixture } from '@/lib/conformance/readFixture'
import { projectRoot } from '@/lib/projectRoot'
import { ADAPTERS } from '@/lib/providers/registry'
import type { Adapter, Proof, Receipt } from '@/lib/providers/types'

export const PROVIDERS_PAGE = path.join(projectRoot(), 'docs', 'providers.md')
const FIXTURES = path.join(projectRoot(), 'test', 'fixtures', 'providers')
const LAST_SECTION = '\n## Writing an adapter'

const PROOFS: Readonly<Record<Proof, string>> = {
  signature: 'a signature over the content',
  credentials: 'user name and password, or a bearer token, in a header',
  token: 'a secret in the URL; this provider offers nothing better',
}

/**
 * The page with all that the adapters themselves know put in anew: the table, and the head of each section between
 * `<!-- id -->` and `<!-- /id -->`. A section that is missing is added; what was written by hand stays.
 */
export async function refreshProvidersPage(page: string): Promise<string> {
  let text = replaceBlock(page, 'table', await table()) ?? page
  for (const adapter of Object.values(ADAPTERS)) {
    const head = headOf(adapter)
    text =
      replaceBlock(text, adapter.id, head) ??
      text.replace(LAST_SECTION, () => `\n<!-- ${adapter.id} -->\n${head}<!-- /${adapter.id} -->\n${LAST_SECTION}`)
  }
  return format(text, { ...(await resolveConfig(PROVIDERS_PAGE)), parser: 'markdown' })
}

function replaceBlock(text: string, id: string, block: string): string | undefined {
  const start = text.indexOf(`<!-- ${id} -->`)
  const end = text.indexOf(`<!-- /${id} -->`)
  return start === -1 || end === -1 ? undefined : `${text.slice(0, start)}<!-- ${id} -->\n${block}${text.slice(end)}`
}

function headOf(adapter: Adapter): string {
  const suffix = (adapter.urlSuffix ?? '').replace(/\{secret:(\w+)\}/g, '<$1>')
  const secrets = adapter.secrets.map(
    ({ name, help, required, generated, options }) =>
      `  - \`${name}\` (${generated ? 'made by Landed' : required ? 'required' : 'optional'}` +
      `${options ? `: ${options.map((option) => `\`${option}\``).join(', ')}` : ''}): ${help}`,
  )
  return [
    `\n## ${adapter.name}\n`,
    `- **Where:** ${adapter.setup}`,
    `- **URL:** \`…/api/callbacks/${adapter.id}/<connection>${suffix}\`, by ${adapter.methods.join(' or ')}; answered with ${answerOf(adapter)}.`,
    `- **Proof:** ${PROOFS[adapter.proof]}.`,
    `- **Secrets:**`,
    ...secrets,
    '\n',
  ].join('\n')
}

function answerOf({ reply }: Adapter): string {
  return reply.body === '' ? String(reply.status) : `${reply.status} and the body \`${reply.body}\``
}

/** What each provider reports, read out of its fixtures rather than claimed. */
async function table(): Promise<string> {
  const seen = await receiptsByAdapter()
  const rows = Object.values(ADAPTERS).map((adapter) => {
    const callbacks = seen.get(adapter.id) ?? []
    const cells = [adapter.name, `\`${adapter.id}\``, adapter.proof, ...reportsOf(callbacks)]
    return `| ${cells.join(' | ')} |`
  })
  const names = ['Provider', 'Id', 'Proof', 'In one call', 'Time', 'Carrier', 'Price', 'Segments', 'Reference', 'Parts']
  return ['', `| ${names.join(' | ')} |`, `|${' - |'.repeat(names.length)}`, ...rows, '\n'].join('\n')
}

/** By adapter: the receipts of each callback. */
async function receiptsByAdapter(): Promise<Map<string, Receipt[][]>> {
  const seen = new Map<string, Receipt[][]>()
  for (const file of await findFixtureFiles(FIXTURES)) {
    const fixture = await readFixture(file)
    const adapter = 'problem' in fixture ? undefined : ADAPTERS[fixture.adapter]
    if ('problem' in fixture || !adapter) continue
    const { receipts } = adapter.parse(fixtureRequest(fixture))
    seen.set(adapter.id, [...(seen.get(adapter.id) ?? []), receipts])
  }
  return seen
}

function reportsOf(callbacks: readonly Receipt[][]): string[] {
  const receipts = callbacks.flat()
  const some = (has: (receipt: Receipt) => unknown) => receipts.some((receipt) => has(receipt) !== undefined)
  const carriers = [some((it) => it.mccmnc) ? 'code' : '', some((it) => it.carrierName) ? 'name' : '']
  return [
    callbacks.some((own) => own.length > 1) ? 'many' : 'one',
    receipts.some((it) => it.occurredAt !== null) ? 'yes' : '–',
    carriers.filter(Boolean).join(', ') || '–',
    some((it) => it.price) ? (some((it) => it.currency) ? 'yes' : 'no currency') : '–',
    some((it) => it.segments) ? 'yes' : '–',
    some((it) => it.clientReference) ? 'yes' : '–',
    some((it) => it.part) ? 'each' : '–',
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(PROVIDERS_PAGE, await refreshProvidersPage(await readFile(PROVIDERS_PAGE, 'utf8')))
}
