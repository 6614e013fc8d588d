import type { Env } from '@/lib/env'
import { openDatabase } from '@/lib/db/embedded/openDatabase'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'
import { AppProcess } from './AppProcess'
import { requireFreePort } from './requireFreePort'

export interface RunOptions {
  /** Plays a provider against the server as long as it runs. */
  isDemo: boolean
  /** Next's development server over the sources instead of the build. */
  isDev: boolean
}

/**
 * Database, migrations, server; until SIGTERM or SIGINT, or until the server ends. Stops in the reverse order: the server
 * drains and commits what it has accepted, then PostgreSQL stops. Returns the exit code.
 * @throws StartProblem when it does not come to running
 */
export async function runLanded(env: Env, options: RunOptions): Promise<number> {
  await requireFreePort(env.host, env.port)
  const stop = stopRequest()
  const database = await openDatabase(env, { onGivenUp: stop.because })
  try {
    await applyMigrations(database.url)
    if (stop.isRequested()) return 0
    return await serve({ ...process.env, ...variables(env, database.url, options) }, options, stop)
  } finally {
    await database.close()
  }
}

async function serve(variables: NodeJS.ProcessEnv, options: RunOptions, stop: StopRequest): Promise<number> {
  const server = AppProcess.server(variables, options.isDev)
  const demo = options.isDemo ? AppProcess.demo(variables) : undefined
  const first = await Promise.race([server.ended, stop.requested])
  await demo?.stop()
  const code = await server.stop()
  if (typeof first === 'number' && first !== 0)
    process.stderr.write(`Landed's server ended by itself (code ${first}).\n`)
  return typeof first === 'object' ? first.code || code : first
}

function variables(env: Env, databaseUrl: string, { isDev }: RunOptions): Record<string, string> {
  return {
    NODE_ENV: isDev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: databaseUrl,
    PORT: String(env.port),
    HOST: env.host,
    PUBLIC_URL: env.publicUrl,
    LANDED_DATA_DIR: env.dataDir,
  }
}

interface StopRequest {
  /** Resolves at the first signal (code 0) or problem (code 1). */
  requested: Promise<{ code: number }>
  isRequested(): boolean
  because(problem: Error): void
}

function stopRequest(): StopRequest {
  let done = false
  let resolve: (reason: { code: number }) => void
  const requested = new Promise<{ code: number }>((settle) => (resolve = settle))
  const stop = (code: number): void => {
    done = true
    resolve({ code })
  }
  // Handlers stay for ever: a second Ctrl-C must not cut the clean stop short.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  return {
    requested,
    isRequested: () => done,
    because(problem) {
      process.stderr.write(`${problem.message}\n`)
      stop(1)
    },
  }
}
