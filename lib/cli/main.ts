import './quietLog'
import { buildProgram } from './program'
import { reportFailure } from './reportFailure'

/** `bin/landed …`: exit code 0 done, 1 failed or a difference found, 2 wrong use. */
try {
  await buildProgram().parseAsync()
} catch (error) {
  process.exitCode = reportFailure(error, process.argv.includes('--json'))
}
