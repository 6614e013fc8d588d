import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface FreshDatabase {
  url: string
  /** Removes it, with whatever is still connected. */
  drop(): Promise<void>
}

/** An empty, migrated database for one test file, made in about 50 ms. To be dropped in `afterAll`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase('landed')
}

/** A database without any table. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return createDatabase('template0')
}

async function createDatabase(template: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await maintain(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  return { url: urlOf(name), drop: () => maintain(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function maintain(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('templateUrl'))
  url.pathname = `/${database}`
  return url.href
}
