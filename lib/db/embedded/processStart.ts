import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/**
 * When a process started, as an opaque text; undefined when there is no such process. Together with the number it
 * names one process for ever: numbers are used again, in containers after every restart.
 */
export function processStart(pid: number): string | undefined {
  return existsSync('/proc/self/stat') ? startInProc(pid) : askPs(pid, 'lstart=')
}

/** The command line of a process, arguments separated by single spaces; undefined when there is no such process. */
export function processCommand(pid: number): string | undefined {
  if (!existsSync('/proc/self/cmdline')) return askPs(pid, 'command=')
  return readIfThere(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim()
}

function startInProc(pid: number): string | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`)
  // The second field is the name in brackets and may hold spaces; state is the 3rd field, the start time the 22nd.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' ? undefined : fields?.[19]
}

function askPs(pid: number, column: string): string | undefined {
  try {
    return (
      execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim() || undefined
    )
  } catch {
    // ps exits with 1 when there is no such process.
    return undefined
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The process is gone (ENOENT, or ESRCH between opening and reading).
    return undefined
  }
}
