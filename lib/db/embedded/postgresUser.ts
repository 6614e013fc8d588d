import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '@/lib/StartProblem'

/** The unprivileged user that PostgreSQL runs as when Landed itself runs as root, which PostgreSQL refuses. */
export interface PostgresUser {
  uid: number
  gid: number
}

/**
 * Whom PostgreSQL is to run as: undefined (ourselves) unless we are root. As root the owner of the cluster that is
 * already there, so that a folder once used by an ordinary user stays usable by them; else `nobody`.
 * @param home folder of the cluster; may not exist yet
 */
export function postgresUser(home: string): PostgresUser | undefined {
  if (process.geteuid?.() !== 0) return undefined
  const owner = statSync(join(home, 'data'), { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return { uid: idOfNobody('-u'), gid: idOfNobody('-g') }
}

function idOfNobody(flag: '-u' | '-g'): number {
  try {
    return Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    throw new StartProblem(
      'PostgreSQL does not run as root and this machine has no user "nobody": start Landed as an ordinary user, or set DATABASE_URL.',
    )
  }
}
