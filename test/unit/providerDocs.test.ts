import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ADAPTERS } from '@/lib/providers/registry'
import { PROVIDERS_PAGE, refreshProvidersPage } from '@/scripts/providerDocs'

const page = await readFile(PROVIDERS_PAGE, 'utf8')

test('docs/providers.md says what the adapters say (else: npm run docs:providers)', async () => {
  expect(page).toBe(await refreshProvidersPage(page))
})

test('every section is that of an adapter', () => {
  const ids = [...page.matchAll(/^<!-- ([\w-]+) -->$/gm)].map((match) => match[1])
  expect(ids.filter((id) => id !== 'table').sort()).toEqual(Object.keys(ADAPTERS).sort())
})

describe.each(Object.values(ADAPTERS))('$name', ({ id, name, secrets }) => {
  const start = page.indexOf(`<!-- ${id} -->`)
  const notes = page.indexOf(`<!-- /${id} -->`)
  const end = page.indexOf('\n## ', notes)

  test('has a section with its secrets', () => {
    expect(start).toBeGreaterThan(-1)
    const head = page.slice(start, notes)
    expect(head).toContain(`## ${name}\n`)
    for (const secret of secrets) expect(head).toContain(`\`${secret.name}\``)
  })

  test('says by hand what the tables cannot: what comes again, and what people get wrong', () => {
    expect(page.slice(notes, end)).toMatch(/\*\*Again:\*\* \S/)
    expect(page.slice(notes, end)).toMatch(/\*\*Mind:\*\* \S/)
  })
})
