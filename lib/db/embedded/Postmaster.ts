import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { log } from '@/lib/log'
import { StartProblem } from '@/lib/StartProblem'
import { logTail, openLog } from './boundedLog'
import type { Place } from './placeCluster'

/** After a crash PostgreSQL first replays its log; with 4 GB of it on a slow disk that takes minutes. */
const READY_MS = 600_000
const STOP_MS = 120_000
/** A killed server's last children hold its shared memory for a moment. */
const LEFTOVERS = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/
const LEFTOVERS_MS = 30_000

/** One run of the PostgreSQL server over a cluster, as a child of this process. */
export class Postmaster {
  private constructor(
    private readonly child: ChildProcess,
    /** Settles when the server has ended, for whatever reason. */
    readonly exited: Promise<void>,
  ) {}

  get pid(): number {
    return this.child.pid ?? 0
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  /**
   * Starts the server and waits until `url` answers.
   * @throws StartProblem with PostgreSQL's own words when it does not start
   */
  static async start(place: Place, binaries: string, url: string): Promise<Postmaster> {
    const giveUpAt = Date.now() + LEFTOVERS_MS
    for (;;) {
      const postmaster = Postmaster.launch(place, binaries)
      if (await postmaster.answers(url)) return postmaster
      const said = logTail(join(place.home, 'postgres.log'))
      if (!LEFTOVERS.test(said.slice(said.lastIndexOf('FATAL'))) || Date.now() > giveUpAt) throw startProblem(said)
      await delay(200)
    }
  }

  /** Stops the server: open transactions are rolled back, everything committed is on disk. */
  async stop(): Promise<void> {
    if (this.running) this.child.kill('SIGINT')
    const impatient = setTimeout(() => this.child.kill('SIGQUIT'), STOP_MS)
    await this.exited
    clearTimeout(impatient)
  }

  private static launch(place: Place, binaries: string): Postmaster {
    const output = openLog(join(place.home, 'postgres.log'), place.user)
    const child = spawn(join(binaries, 'bin/postgres'), ['-D', join(place.home, 'data')], {
      ...place.user,
      cwd: '/',
      // A session of its own: Ctrl-C in the terminal must reach the app first, which drains and then stops this.
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    })
    closeSync(output)
    child.on('error', (error) => log.error({ err: error }, 'PostgreSQL could not be run'))
    const exited = Promise.race([once(child, 'exit'), once(child, 'error')]).then(
      () => undefined,
      () => undefined,
    )
    return new Postmaster(child, exited)
  }

  private async answers(url: string): Promise<boolean> {
    const deadline = Date.now() + READY_MS
    let nextNote = Date.now() + 10_000
    while (this.child.pid !== undefined && this.running && Date.now() < deadline) {
      if (await accepts(url)) return true
      if (Date.now() > nextNote) {
        log.info('PostgreSQL is still recovering from an unclean stop')
        nextNote += 10_000
      }
      await Promise.race([delay(25), this.exited])
    }
    return false
  }
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // The failure is told by connect().
  try {
    await client.connect()
    return true
  } catch (error) {
    // 3D000: it answers, our database is only not created yet.
    return (error as { code?: string }).code === '3D000'
  } finally {
    await client.end().catch(() => undefined)
  }
}

function startProblem(said: string): StartProblem {
  const lines = said.split('\n').filter((line) => /FATAL|PANIC|error while loading|not found/.test(line))
  const last = lines.at(-1)?.replace(/^.*?(FATAL|PANIC):\s*/, '')
  return new StartProblem(`The embedded PostgreSQL does not start: ${last ?? 'see postgres.log in the data folder'}.`)
}
