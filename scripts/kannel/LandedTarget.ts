import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { connectionCreated } from '@/lib/contracts/connection'
import { type Message, messageList } from '@/lib/contracts/message'
import { projectRoot } from '@/lib/projectRoot'
import { freePort } from '@/test/app/freePort'
import { ChildProgram } from './ChildProgram'
import { until } from './until'

/** A build may come first. */
const START_MS = 5 * 60_000
const HOUR_MS = 60 * 60_000

/** The Landed that is checked: one that runs already, or one of our own in a folder of its own. */
export class LandedTarget {
  private connectionId = ''

  private constructor(
    readonly url: string,
    private readonly program: ChildProgram | null,
  ) {}

  static running(url: string): LandedTarget {
    return new LandedTarget(url.replace(/\/+$/, ''), null)
  }

  /** Starts one as `npm start` does; with `isDev` from its sources, without a build. */
  static async start(dataDir: string, isDev: boolean): Promise<LandedTarget> {
    const port = await freePort()
    const url = `http://localhost:${port}`
    const root = projectRoot()
    const stopWithParent = pathToFileURL(join(root, 'scripts/stopWithParent.mjs')).href
    const args = ['--import', stopWithParent, join(root, 'scripts/start.mjs'), ...(isDev ? ['--dev'] : [])]
    const program = ChildProgram.start('Landed', process.execPath, args, {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: url,
      DATABASE_URL: '',
      LANDED_SECRET_KEY: '',
      LANDED_DATA_DIR: dataDir,
      LANDED_LOG_LEVEL: 'warn',
    })
    const target = new LandedTarget(url, program)
    try {
      await target.untilReady(program)
      return target
    } catch (error) {
      await program.stop()
      throw error
    }
  }

  /** Adds a connection and returns its dlr-url, with OUR-ID in it. */
  async addKannel(): Promise<string> {
    const created = connectionCreated.parse(
      await this.call('/api/v1/connections', { method: 'POST', body: { adapter: 'kannel', name: 'Check of Kannel' } }),
    )
    this.connectionId = created.id
    const suffix = created.urlSuffix ?? ''
    return (
      created.callbackUrl + suffix.replace('{secret:token}', encodeURIComponent(created.generatedSecrets.token ?? ''))
    )
  }

  /** What Landed knows of the texts of that connection, by our reference. */
  async messages(): Promise<Map<string, Message>> {
    const path = `/api/v1/messages?connection=${this.connectionId}&limit=200&from=${dayFromNow(-1)}&to=${dayFromNow(1)}`
    const { items } = messageList.parse(await this.call(path))
    return new Map(items.map((message) => [message.clientReference ?? '', message]))
  }

  /** Takes the connection away again, and stops the server if it is our own. */
  async stop(): Promise<void> {
    try {
      if (this.connectionId && !this.program)
        await this.call(`/api/v1/connections/${this.connectionId}`, { method: 'DELETE' })
    } finally {
      await this.program?.stop()
    }
  }

  private async call(
    path: string,
    { method = 'GET', body }: { method?: string; body?: unknown } = {},
  ): Promise<unknown> {
    const init: RequestInit = { method }
    if (body !== undefined) {
      init.body = JSON.stringify(body)
      init.headers = { 'content-type': 'application/json' }
    }
    const reply = await fetch(this.url + path, init)
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
    return reply.json()
  }

  private async untilReady(program: ChildProgram): Promise<void> {
    const ready = async () => {
      program.requireRunning()
      const isReady = await fetch(`${this.url}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
      return isReady || undefined
    }
    await until(ready, START_MS, () => `Landed does not become ready:\n${program.lastWords}`)
  }
}

/** At the beginning of an hour: a filter begins and ends on a quarter. */
function dayFromNow(days: number): string {
  return new Date((Math.floor(Date.now() / HOUR_MS) + days * 24) * HOUR_MS).toISOString()
}
