import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '@/lib/StartProblem'
import { processStart } from './processStart'

/** Who runs the cluster at present. */
interface Owner {
  /** A copied folder brings this file along; the copy has no owner. */
  home: string
  pid: number
  started: string | undefined
  /** Set once the database answers. */
  url?: string
}

const fileOf = (home: string): string => join(home, 'owner.json')

/**
 * Makes this process the only one that runs the cluster. What a killed process left behind does not count.
 * @throws StartProblem when another living process has it
 */
export function lockCluster(home: string): void {
  const owner = livingOwner(home)
  if (owner)
    throw new StartProblem(
      `Landed already runs on this data folder (process ${owner.pid}, ${home}): stop that one first.`,
    )
  rmSync(fileOf(home), { force: true })
  try {
    write(home, undefined, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new StartProblem(`Landed is being started twice on the same data folder (${home}).`)
  }
}

/** Tells others (the command line) where the database answers. Only the owner may call it. */
export function publishUrl(home: string, url: string): void {
  write(home, url, 'w')
}

/** Gives the cluster up. Only the owner may call it. */
export function unlockCluster(home: string): void {
  rmSync(fileOf(home), { force: true })
}

/** The process that runs the cluster, or undefined. */
export function livingOwner(home: string): Owner | undefined {
  const owner = readOwner(home)
  if (!owner || owner.home !== home || owner.started === undefined) return undefined
  return processStart(owner.pid) === owner.started ? owner : undefined
}

function readOwner(home: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(home), 'utf8')) as Owner
  } catch {
    // None, or half written by a process that was killed: nobody.
    return undefined
  }
}

function write(home: string, url: string | undefined, flag: 'w' | 'wx'): void {
  const owner: Owner = { home, pid: process.pid, started: processStart(process.pid), ...(url ? { url } : {}) }
  writeFileSync(fileOf(home), JSON.stringify(owner), { mode: 0o600, flag })
}
