import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'
import { readMigrations, type Migration } from '@/lib/db/migrate/readMigrations'
import { emptyDatabase, type FreshDatabase } from './freshDatabase'

const databases: FreshDatabase[] = []
afterEach(async () => {
  for (const database of databases.splice(0)) await database.drop()
})

async function empty(): Promise<string> {
  const database = await emptyDatabase()
  databases.push(database)
  return database.url
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
})
const first = migration('20260101000000_first', 'CREATE TABLE one (id int); -- a comment; with a semicolon')
const second = migration('20260102000000_second', 'CREATE TABLE two (id int)')

describe('applyMigrations', () => {
  it('applies what is missing, in order, and then nothing', async () => {
    const url = await empty()
    expect(await applyMigrations(url, { migrations: [first] })).toEqual([first.name])
    expect(await applyMigrations(url, { migrations: [first, second] })).toEqual([second.name])
    expect(await applyMigrations(url, { migrations: [first, second] })).toEqual([])
    const rows = await query(
      url,
      'SELECT migration_name, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1',
    )
    expect(rows).toEqual([
      { migration_name: first.name, done: true },
      { migration_name: second.name, done: true },
    ])
  })

  it('is safe when two processes start at once', async () => {
    const url = await empty()
    const runs = await Promise.all([applyMigrations(url), applyMigrations(url), applyMigrations(url)])
    expect(runs.flat().sort()).toEqual(readMigrations().map(({ name }) => name))
  })

  it('refuses a database that is newer than the code', async () => {
    const url = await empty()
    await applyMigrations(url, { migrations: [first, second] })
    await expect(applyMigrations(url, { migrations: [first] })).rejects.toThrow(
      /database is newer.*20260102000000_second/,
    )
  })

  it('refuses a database of something else', async () => {
    const url = await empty()
    await query(url, 'CREATE TABLE wordpress (id int)')
    await expect(applyMigrations(url)).rejects.toThrow(/not Landed's \(such as "wordpress"\)/)
  })

  it('names a failed migration and its reason, leaves nothing of it behind, and tries again when told to', async () => {
    const url = await empty()
    const broken = migration('20260103000000_broken', 'CREATE TABLE three (id int); SELECT 1/0')
    await expect(applyMigrations(url, { migrations: [broken] })).rejects.toThrow(
      /20260103000000_broken.*division by zero/,
    )
    expect(await query(url, "SELECT to_regclass('three') AS found")).toEqual([{ found: null }])
    await expect(applyMigrations(url, { migrations: [broken] })).rejects.toThrow(
      /20260103000000_broken.*division by zero/,
    )
    const mended = { ...broken, sql: 'CREATE TABLE three (id int)' }
    expect(await applyMigrations(url, { migrations: [mended], retryFailed: true })).toEqual([broken.name])
  })

  it.each([
    ['postgresql://landed:wrong@', /refused the sign-in/],
    ['postgresql://landed:x@127.0.0.1:1/landed', /127\.0\.0\.1:1\/landed cannot be reached \(ECONNREFUSED\)/],
  ])('explains %s', async (prefix, message) => {
    const own = new URL(await empty())
    const url = prefix.endsWith('@') ? `${prefix}localhost${own.pathname}${own.search}` : prefix
    const problem = await applyMigrations(url).catch((error: unknown) => error as Error)
    expect(problem).toMatchObject({ name: 'StartProblem', message: expect.stringMatching(message) as string })
  })
})
