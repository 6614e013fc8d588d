import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { log } from '@/lib/log'
import { keepBounded } from './boundedLog'
import { initCluster } from './initCluster'
import { locateBinaries } from './locateBinaries'
import { lockCluster, publishUrl, unlockCluster } from './lockCluster'
import { placeCluster, type Place } from './placeCluster'
import { Postmaster } from './Postmaster'
import { postgresSettings, renderSettings, type PostgresSettings } from './postgresSettings'
import { stopOrphan } from './stopOrphan'

/** A running embedded PostgreSQL that belongs to this process. */
export interface EmbeddedPostgres {
  /** Connection string of the database `landed`; stays the same when the server has to be started again. */
  url: string
  /** Process id of the server at present. */
  readonly pid: number
  /** Stops it cleanly. To be called after the last user of the database is done. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Beside or instead of the settings of `postgresSettings`. */
  settings?: PostgresSettings
  /** Called when the server ended by itself again and again, and was given up. */
  onGivenUp?: (problem: Error) => void
}

const SOCKET_NAME = '/.s.PGSQL.5432'
/** Length of a socket's path that every system takes (Linux 107, macOS 103). */
const SOCKET_PATH_LIMIT = 103
const RESTARTS = { most: 5, withinMs: 60_000 }

/**
 * Starts PostgreSQL 18 over `<dataDir>/postgres`, creating it at first. Survives kill -9 of an earlier Landed or of
 * PostgreSQL; a server that ends by itself is started again. Listens on a unix socket alone.
 * @throws StartProblem in one sentence: folder in use or unusable, no PostgreSQL for this machine, …
 */
export async function startEmbeddedPostgres(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const place = placeCluster(dataDir)
  lockCluster(place.home)
  try {
    return await run(place, options)
  } catch (error) {
    unlockCluster(place.home)
    throw error
  }
}

async function run(place: Place, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const binaries = locateBinaries(place.user)
  const password = await initCluster(place, binaries)
  await stopOrphan(place.home)
  const socketDir = makeSocketDir(place)
  writeSettings(place, { ...postgresSettings(socketDir), ...options.settings })
  const url = urlOf(socketDir, password)
  const supervisor = new Supervisor(place, binaries, url, options)
  await supervisor.start()
  try {
    await createDatabase(urlOf(socketDir, password, 'postgres'))
  } catch (error) {
    await supervisor.stop()
    throw error
  }
  publishUrl(place.home, url)
  return {
    url,
    get pid() {
      return supervisor.pid
    },
    async stop() {
      await supervisor.stop()
      rmSync(socketDir, { recursive: true, force: true })
      unlockCluster(place.home)
    },
  }
}

/** Starts the server again when it ends without being told to. */
class Supervisor {
  private postmaster: Postmaster | undefined
  private stopping = false
  private ends: number[] = []
  private watch: Promise<void> = Promise.resolve()
  private logCheck: NodeJS.Timeout | undefined

  constructor(
    private readonly place: Place,
    private readonly binaries: string,
    private readonly url: string,
    private readonly options: EmbeddedOptions,
  ) {}

  get pid(): number {
    return this.postmaster?.pid ?? 0
  }

  async start(): Promise<void> {
    this.postmaster = await Postmaster.start(this.place, this.binaries, this.url)
    this.logCheck = keepBounded(join(this.place.home, 'postgres.log'))
    this.watch = this.keepRunning()
  }

  async stop(): Promise<void> {
    this.stopping = true
    clearInterval(this.logCheck)
    await this.postmaster?.stop()
    await this.watch
  }

  private async keepRunning(): Promise<void> {
    for (;;) {
      await this.postmaster?.exited
      if (this.stopping) return
      log.warn('PostgreSQL ended by itself and is started again')
      try {
        this.countEnd()
        await stopOrphan(this.place.home)
        this.postmaster = await Postmaster.start(this.place, this.binaries, this.url)
        // The stop was asked for while this start was under way, and found the dead server only.
        if (this.stopping) await this.postmaster.stop()
      } catch (error) {
        this.options.onGivenUp?.(error as Error)
        return
      }
    }
  }

  private countEnd(): void {
    this.ends = [...this.ends.filter((at) => at > Date.now() - RESTARTS.withinMs), Date.now()]
    if (this.ends.length > RESTARTS.most)
      throw new Error(
        `PostgreSQL ended ${this.ends.length} times within a minute; see ${this.place.home}/postgres.log.`,
      )
  }
}

/** In the cluster's own folder, or, where that makes the path of the socket too long, in the system's. */
function makeSocketDir({ home, user }: Place): string {
  const near = join(home, 'socket')
  const isShort = Buffer.byteLength(near + SOCKET_NAME) <= SOCKET_PATH_LIMIT
  if (isShort) mkdirSync(near, { recursive: true, mode: 0o700 })
  const folder = isShort ? near : mkdtempSync(join(Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp', 'landed-'))
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

function writeSettings({ home, user }: Place, settings: PostgresSettings): void {
  const file = join(home, 'data/landed.conf')
  writeFileSync(file, renderSettings(settings), { mode: 0o600 })
  if (user) chownSync(file, user.uid, user.gid)
}

function urlOf(socketDir: string, password: string, database = 'landed'): string {
  return `postgresql://landed:${password}@localhost:5432/${database}?host=${encodeURIComponent(socketDir)}`
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'landed'")
    if (found.rowCount === 0) await client.query('CREATE DATABASE landed')
  } finally {
    await client.end()
  }
}
