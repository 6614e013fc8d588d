import { StartProblem } from '@/lib/StartProblem'
import { readEnv } from '@/lib/env'
import { runLanded } from './runLanded'

/** The second half of `npm start`: packages and build are there. Ends with exit code 1 and one sentence on a problem. */
try {
  const env = readEnv()
  const isDemo = process.env['LANDED_DEMO'] === '1'
  process.exitCode = await runLanded(env, { isDemo, isDev: process.env['LANDED_DEV'] === '1' })
} catch (error) {
  process.stderr.write(error instanceof StartProblem ? `${error.message}\n` : `${String((error as Error).stack)}\n`)
  process.exitCode = 1
}
// A timer or a socket of a package must not keep a stopped Landed alive.
process.exit()
