import { type ChildProcess, spawn } from 'node:child_process'

const STOP_MS = 20_000
const KEPT = 8000

/** A program that we started, with the end of what it printed. It is stopped by its own process id. */
export class ChildProgram {
  private output = ''
  private readonly ended: Promise<void>

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-KEPT)))
    this.ended = new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', (error) => {
        this.output += error.message
        resolve()
      })
    })
  }

  static start(
    name: string,
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = process.env,
  ): ChildProgram {
    // The channel lets a Landed that we started end with us, however we end.
    return new ChildProgram(name, spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }))
  }

  /** Throws with what it printed when it has ended by itself. */
  requireRunning(): void {
    if (this.child.exitCode !== null || this.child.signalCode !== null)
      throw new Error(`${this.name} ended by itself:\n${this.output}`)
  }

  get lastWords(): string {
    return this.output
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    this.child.kill('SIGTERM')
    const impatient = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS)
    await this.ended
    clearTimeout(impatient)
  }
}
