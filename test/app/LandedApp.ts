import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as delay } from 'node:timers/promises'
import { processStart } from '@/lib/db/embedded/processStart'
import { projectRoot } from '@/lib/projectRoot'
import { childrenOf, signal } from './processTree'

const READY_MS = 60_000
const STOP_MS = 40_000
const TIME_ZONE = 'Europe/London'

/**
 * The real app as `npm start` runs it after its build: start script, server, embedded PostgreSQL, in a data folder of its
 * own. For tests that look at it from outside, and that kill parts of it.
 */
export class LandedApp {
  readonly url: string
  readonly dataDir: string
  /** Every process that was seen to belong to the app, with its start: numbers are used again. */
  private readonly seen = new Map<number, string>()
  private process: ChildProcess | undefined
  private output = ''

  constructor(readonly port: number) {
    this.url = `http://localhost:${port}`
    this.dataDir = mkdtempSync(join(tmpdir(), 'landed-app-'))
    // As root PostgreSQL runs as another user, who must be able to pass through.
    chmodSync(this.dataDir, 0o711)
  }

  /** Starts it and waits until it takes callbacks. Throws with what it printed when it does not come to that. */
  async start(): Promise<void> {
    const root = projectRoot()
    // Ends with us, however we end.
    const stopWithParent = pathToFileURL(join(root, 'scripts/stopWithParent.mjs')).href
    this.output = ''
    const child = spawn(process.execPath, ['--import', stopWithParent, 'dist/start.js'], {
      cwd: root,
      env: { ...process.env, ...this.variables(root) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-20_000)))
    this.process = child
    await this.ready()
  }

  /** Waits until it takes callbacks; starts it again first if it has ended. */
  async ensureRunning(): Promise<void> {
    if (this.isRunning) {
      try {
        return await this.ready()
      } catch (error) {
        if (this.isRunning) throw error
      }
    }
    await this.ended()
    await this.start()
  }

  /** True until the start script has ended. */
  get isRunning(): boolean {
    return this.process?.exitCode === null && this.process.signalCode === null
  }

  get startPid(): number {
    return this.note(this.process?.pid ?? 0)
  }

  get postgresPid(): number {
    try {
      const lines = readFileSync(join(this.clusterHome(), 'data/postmaster.pid'), 'utf8').split('\n')
      return this.note(Number(lines[0]))
    } catch (error) {
      // None runs. Asking first whether the file is there would not help: PostgreSQL removes it when it likes.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
      throw error
    }
  }

  /** The server: what the start script has started beside PostgreSQL. */
  get serverPid(): number {
    const postgres = this.postgresPid
    return this.note(childrenOf(this.startPid).find((pid) => pid !== postgres) ?? 0)
  }

  /** Waits until /api/health/ready says yes. Throws when the app ends meanwhile. */
  async ready(): Promise<void> {
    const deadline = Date.now() + READY_MS
    while (this.isRunning) {
      if (await this.isReady()) return void [this.serverPid, this.postgresPid]
      if (Date.now() > deadline) throw new Error(`The app is not ready after ${READY_MS} ms:\n${this.output}`)
      await delay(25)
    }
    throw new Error(`The app ended instead of becoming ready:\n${this.output}`)
  }

  /**
   * Waits until the start script and its server are gone; PostgreSQL may be left, when the start script was killed.
   * Returns the exit code; null for a killed one.
   */
  async ended(): Promise<number | null> {
    const deadline = Date.now() + STOP_MS
    while (this.isRunning || this.left().some((pid) => pid !== this.postgresPid)) {
      if (Date.now() > deadline) throw new Error(`The app does not end:\n${this.output}`)
      await delay(25)
    }
    return this.process?.exitCode ?? null
  }

  /** Waits until another PostgreSQL runs than `before`, or until the app has ended. */
  async postgresReplaced(before: number): Promise<void> {
    const deadline = Date.now() + READY_MS
    while (this.isRunning && (this.postgresPid === before || this.postgresPid === 0)) {
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not come back:\n${this.output}`)
      await delay(10)
    }
  }

  /** Asks it to stop and waits until it has. Returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.isRunning) signal(this.startPid, 'SIGTERM')
    return this.ended()
  }

  /** Ends what is left by force and removes the data folder. Returns the processes that had been left behind. */
  remove(): number[] {
    const left = this.left()
    for (const pid of left) signal(pid, 'SIGKILL')
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    return left
  }

  private left(): number[] {
    return [...this.seen].filter(([pid, started]) => processStart(pid) === started).map(([pid]) => pid)
  }

  private async isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/api/health/ready`, { signal: AbortSignal.timeout(10_000) })).ok
    } catch {
      // Not listening yet, or no answer: asked again.
      return false
    }
  }

  private note(pid: number): number {
    const started = pid > 0 ? processStart(pid) : undefined
    if (started !== undefined) this.seen.set(pid, started)
    return pid
  }

  private clusterHome(): string {
    const record = join(this.dataDir, 'postgres-location')
    return existsSync(record) ? readFileSync(record, 'utf8').trim() : join(this.dataDir, 'postgres')
  }

  private variables(root: string): Record<string, string> {
    return {
      NODE_ENV: 'production',
      LANDED_ROOT: root,
      LANDED_DATA_DIR: this.dataDir,
      LANDED_TIME_ZONE: TIME_ZONE,
      LANDED_LOG_LEVEL: 'warn',
      PORT: String(this.port),
      HOST: '127.0.0.1',
      PUBLIC_URL: this.url,
      DATABASE_URL: '',
      LANDED_SECRET_KEY: '',
      LANDED_DEV: '',
      LANDED_DEMO: '',
    }
  }
}
