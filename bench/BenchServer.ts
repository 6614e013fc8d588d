import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { projectRoot } from '@/lib/projectRoot'

const READY_MS = 60_000
const SAMPLE_MS = 500

/** The production server as a child process, on loopback, with its memory watched. */
export class BenchServer {
  private readonly sampler: NodeJS.Timeout
  /** Largest resident size seen, MiB. */
  maxResidentMiB = 0

  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {
    this.sampler = setInterval(() => this.sample(), SAMPLE_MS)
  }

  static async start(port: number, env: Record<string, string>): Promise<BenchServer> {
    const child = spawn(process.execPath, [join(projectRoot(), 'dist/server.js')], {
      cwd: projectRoot(),
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        HOST: '127.0.0.1',
        LANDED_LOG_LEVEL: 'warn',
        ...env,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const server = new BenchServer(child, port)
    await server.untilReady()
    return server
  }

  async stop(): Promise<void> {
    clearInterval(this.sampler)
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGTERM')
    await ended
  }

  private sample(): void {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
      const kib = Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0)
      this.maxResidentMiB = Math.max(this.maxResidentMiB, kib / 1024)
    } catch (error) {
      // No /proc (macOS, Windows): the figure stays 0 and is reported as not measured.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }

  private async untilReady(): Promise<void> {
    const deadline = Date.now() + READY_MS
    while (Date.now() < deadline) {
      if (this.child.exitCode !== null) throw new Error(`The server ended with code ${this.child.exitCode}.`)
      const ok = await fetch(`http://127.0.0.1:${this.port}/api/health/ready`).then(
        (reply) => reply.ok,
        () => false,
      )
      if (ok) return
      await delay(100)
    }
    throw new Error('The server did not become ready.')
  }
}
