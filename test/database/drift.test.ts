import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'
import { diffModels } from '@/lib/db/migrate/diffModels'
import { migrationsFolder } from '@/lib/db/migrate/readMigrations'
import { projectRoot } from '@/lib/projectRoot'
import { describeDatabase } from './describeDatabase'
import { emptyDatabase, type FreshDatabase } from './freshDatabase'

const databases: FreshDatabase[] = []
afterAll(async () => {
  for (const database of databases) await database.drop()
})

const models = readFileSync(join(projectRoot(), 'prisma/schema.prisma'), 'utf8')

async function build(fill: (url: string) => Promise<unknown>): Promise<string[]> {
  const database = await emptyDatabase()
  databases.push(database)
  await fill(database.url)
  return describeDatabase(database.url)
}

async function createFromModels(url: string, schema: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(await diffModels(url, null, schema))
  await client.end()
}

it('the migrations build the database that the models describe', async () => {
  const migrated = await build((url) => applyMigrations(url))
  const modelled = await build((url) => createFromModels(url, models))
  expect(modelled.length).toBeGreaterThan(100)
  expect(migrated).toEqual(modelled)
})

it('a change of the models without a migration is noticed', async () => {
  const changed = models.replace('model Setting {', 'model Setting {\n  forgotten Int?')
  const migrated = await build((url) => applyMigrations(url))
  const modelled = await build((url) => createFromModels(url, changed))
  expect(modelled.filter((line) => !migrated.includes(line))).toEqual(['column setting.forgotten integer'])
})

it('the snapshot that db:diff starts from is the state after the last migration', async () => {
  const snapshot = readFileSync(join(migrationsFolder(), 'schema.snapshot.prisma'), 'utf8')
  const database = await emptyDatabase()
  databases.push(database)
  expect(await diffModels(database.url, snapshot, models)).toBe('')
})
