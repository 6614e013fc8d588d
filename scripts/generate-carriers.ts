/**
 * Writes lib/carriers/carriers.json (network code → name) and its licence from the npm package mcc-mnc-list, so that the
 * running app needs neither the package nor the network. Run: npx tsx scripts/generate-carriers.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = 'mcc-mnc-list@1.1.11'
const TARGET = join(import.meta.dirname, '../lib/carriers')

interface Row {
  mcc: string
  mnc: string
  brand: string | null
  operator: string | null
  countryCode: string | null
  status: string
}

const folder = mkdtempSync(join(tmpdir(), 'carriers-'))
try {
  execFileSync('npm', ['pack', PACKAGE], { cwd: folder, stdio: 'ignore' })
  execFileSync('tar', ['xzf', `${PACKAGE.replace('@', '-')}.tgz`], { cwd: folder })
  const rows = JSON.parse(readFileSync(join(folder, 'package/mcc-mnc-list.json'), 'utf8')) as Row[]
  const about = `Names from the npm package ${PACKAGE} (MIT, see carriers.LICENSE.txt), made from Wikipedia's lists of mobile network codes. Written by scripts/generate-carriers.ts.`
  writeFileSync(join(TARGET, 'carriers.json'), `${JSON.stringify({ about, names: namesByCode(rows) }, null, 2)}\n`)
  const licence = readFileSync(join(folder, 'package/LICENSE'), 'utf8').replaceAll('\r\n', '\n')
  writeFileSync(join(TARGET, 'carriers.LICENSE.txt'), licence)
} finally {
  rmSync(folder, { recursive: true })
}

function namesByCode(rows: Row[]): Record<string, string> {
  const usable = rows.filter((row) => isNetwork(row) && nameOf(row))
  const byCode = groupByCode(usable)
  const abroad = namesOfSeveralCountries(usable)
  const entries = [...byCode].map(([code, same]) => [code, label(same, abroad)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** 001 and 999 are for tests and private networks; some rows have ranges or "?" for an MNC. */
function isNetwork({ mcc, mnc }: Row): boolean {
  return /^\d{3}$/.test(mcc) && mcc !== '001' && mcc !== '999' && /^\d{2,3}$/.test(mnc)
}

/** By hand: Map.groupBy is missing in Node 20. */
function groupByCode(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(codeOf(row), [...(groups.get(codeOf(row)) ?? []), row])
  return groups
}

function codeOf(row: Row): string {
  return row.mcc + row.mnc
}

/** `operator` is sometimes a region (India's circles), so the brand comes first. */
function nameOf(row: Row): string {
  return (row.brand ?? row.operator ?? '').replace(/\s+/g, ' ').trim()
}

/** One code can have rows of several countries and owners: those in operation win, different names are all shown. */
function label(rows: Row[], abroad: Set<string>): string {
  const live = rows.filter((row) => row.status === 'Operational')
  const chosen = live.length > 0 ? live : rows
  return [...new Set(chosen.map(nameOf))].map((name) => withCountry(name, chosen, abroad)).join(' / ')
}

/** "Vodafone" alone says little: a brand of several countries carries its country. */
function withCountry(name: string, rows: Row[], abroad: Set<string>): string {
  const countries = rows.filter((row) => nameOf(row) === name).map(countryOf)
  const country = countries.includes('US') ? 'US' : countries[0]
  return abroad.has(name) && country ? `${name} (${country})` : name
}

function countryOf(row: Row): string {
  return row.countryCode?.split('/')[0] ?? ''
}

function namesOfSeveralCountries(rows: Row[]): Set<string> {
  const seen = new Map<string, string>()
  const several = new Set<string>()
  for (const row of rows) {
    const before = seen.get(nameOf(row))
    if (before !== undefined && before !== countryOf(row)) several.add(nameOf(row))
    seen.set(nameOf(row), countryOf(row))
  }
  return several
}
