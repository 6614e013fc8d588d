import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase, type OpenDatabase } from '@/lib/db/embedded/openDatabase'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'

/** One embedded PostgreSQL for the whole benchmark, in a folder that goes away with it; several databases in it. */
export class BenchDatabase {
  private stopping: Promise<void> | null = null

  private constructor(
    private readonly server: OpenDatabase,
    readonly dataDir: string,
  ) {}

  static async start(): Promise<BenchDatabase> {
    const dataDir = mkdtempSync(join(tmpdir(), 'landed-bench-'))
    // Else PostgreSQL's unprivileged user could not enter it, and its files would lie elsewhere and stay.
    chmodSync(dataDir, 0o755)
    return new BenchDatabase(await openDatabase({ databaseUrl: undefined, dataDir }), dataDir)
  }

  /** A new, migrated database. Returns its URL. */
  async create(name: string): Promise<string> {
    const client = new pg.Client({ connectionString: this.server.url })
    await client.connect()
    await client.query(`CREATE DATABASE ${name}`)
    await client.end()
    const url = new URL(this.server.url)
    url.pathname = `/${name}`
    await applyMigrations(url.href)
    return url.href
  }

  /** Further calls wait for the first: an interrupted run ends here from two sides. */
  stop(): Promise<void> {
    this.stopping ??= this.server.close().then(() => rmSync(this.dataDir, { recursive: true, force: true }))
    return this.stopping
  }
}
