import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { log } from '@/lib/log'
import { StartProblem } from '@/lib/StartProblem'
import { processCommand, processStart } from './processStart'

const PATIENCE_MS = 120_000
/** Where the socket lies beside the cluster, see `startEmbeddedPostgres`; elsewhere its folder is new at every start. */
const SOCKET_LOCK = 'socket/.s.PGSQL.5432.lock'

/**
 * Deals with what a killed Landed or a killed PostgreSQL left behind: an orphan server of this cluster is stopped
 * (cleanly; it can only be ours, the caller holds the lock), the lock files of a dead or foreign process are removed.
 */
export async function stopOrphan(home: string): Promise<void> {
  const file = join(home, 'data/postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  if (isServerOf(home, pid)) await stop(pid)
  // PostgreSQL refuses to start when the number in one of these belongs to any process of its user: a living one, or one
  // that is dead but that nobody collects, as in many containers.
  rmSync(file, { force: true })
  rmSync(join(home, SOCKET_LOCK), { force: true })
}

function isServerOf(home: string, pid: number): boolean {
  const command = pid > 0 ? processCommand(pid) : undefined
  return command !== undefined && /postgres/.test(command) && command.includes(` -D ${join(home, 'data')}`)
}

async function stop(pid: number): Promise<void> {
  log.warn({ pid }, 'stopping the PostgreSQL that a killed Landed left running')
  const started = processStart(pid)
  process.kill(pid, 'SIGINT')
  const deadline = Date.now() + PATIENCE_MS
  while (started !== undefined && processStart(pid) === started) {
    if (Date.now() > deadline)
      throw new StartProblem(`A PostgreSQL left by an earlier run (process ${pid}) does not stop: stop it by hand.`)
    await delay(20)
  }
}
