import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '@/lib/projectRoot'

/** How long the server may take to drain before it is killed. */
const STOP_MS = 30_000

/** A child process of Landed: the server, or the player of the demo. */
export class AppProcess {
  /** Exit code; 128 + number for one that was killed by a signal. */
  readonly ended: Promise<number>

  private constructor(private readonly child: ChildProcess) {
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        process.stderr.write(`${error.message}\n`)
        resolve(1)
      })
      child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']))
    })
  }

  static server(env: NodeJS.ProcessEnv, isDev: boolean): AppProcess {
    const root = projectRoot()
    const stopWithParent = ['--import', pathToFileURL(join(root, 'scripts/stopWithParent.mjs')).href]
    const program = isDev ? ['--import', 'tsx', 'server.ts'] : ['--enable-source-maps', 'dist/server.js']
    return AppProcess.spawn([...stopWithParent, ...program], env)
  }

  static demo(env: NodeJS.ProcessEnv): AppProcess {
    return AppProcess.spawn(['--import', 'tsx', 'lib/cli/main.ts', 'demo'], env)
  }

  /** Asks it to stop and waits; kills it when it takes too long. Returns its exit code. */
  async stop(): Promise<number> {
    this.child.kill('SIGTERM')
    const impatient = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS)
    const code = await this.ended
    clearTimeout(impatient)
    return code
  }

  private static spawn(args: string[], env: NodeJS.ProcessEnv): AppProcess {
    return new AppProcess(
      spawn(process.execPath, args, {
        cwd: projectRoot(),
        env,
        // A session of its own: Ctrl-C reaches the start script alone, which then stops all in the right order.
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    )
  }
}
