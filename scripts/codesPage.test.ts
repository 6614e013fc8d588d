import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '@/lib/projectRoot'
import { ADAPTERS } from '@/lib/providers/registry'
import { codesPage } from './codesPage'

it('docs/codes.md is what the adapters say: else run "npm run generate"', () => {
  expect(
    readFileSync(join(projectRoot(), 'docs/codes.md'), 'utf8') === codesPage(),
    'docs/codes.md is out of date',
  ).toBe(true)
})

it('has a section for every provider and a line for every word and code', () => {
  const lines = codesPage().split('\n')
  for (const { id, name, statuses, errors } of Object.values(ADAPTERS)) {
    const start = lines.indexOf(`## ${name} (\`${id}\`)`)
    expect(start).toBeGreaterThan(0)
    const next = lines.findIndex((line, index) => index > start && line.startsWith('## '))
    const rows = lines.slice(start, next === -1 ? undefined : next).filter((line) => line.startsWith('| '))
    const heads = errors.length > 0 ? 4 : 2
    expect(rows).toHaveLength(statuses.length + errors.length + heads)
  }
})
