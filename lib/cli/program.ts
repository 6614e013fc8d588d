import { Command } from 'commander'
import { addCodes } from './commands/codes'
import { addConnections } from './commands/connections'
import { addDemo } from './commands/demo'
import { addMigrate } from './commands/migrate'
import { addQuarantine } from './commands/quarantine'
import { addRecount } from './commands/recount'
import { addSimulate } from './commands/simulate'
import { addStatus } from './commands/status'

const AFTER_HELP = `
Every command takes --json: one JSON document on standard output and nothing else; errors are then JSON problems
(RFC 9457) on standard error.

Exit codes: 0 done, 1 failed or a difference was found, 2 wrong use.

Database: DATABASE_URL, else the embedded PostgreSQL in LANDED_DATA_DIR (.data), which is started for the time of the
command when no server runs.

Examples:
  $ landed connections add twilio --name "Twilio main" --secret authToken=0f1e2d…
  $ landed simulate --count 500 --rate 20
  $ landed recount`

/** All commands. Parsing throws CommanderError for wrong use instead of ending the process. */
export function buildProgram(): Command {
  const program = new Command('landed')
    .description('Tells which texts landed. Commands for connections, sample traffic, checks and upkeep.')
    .addHelpText('after', AFTER_HELP)
  for (const add of [addConnections, addSimulate, addRecount, addQuarantine, addCodes, addStatus, addMigrate, addDemo])
    add(program)
  quietInJson(program, process.argv.includes('--json'))
  return program
}

/** Commander settings are not inherited by commands that were added before, so each one gets them. */
function quietInJson(command: Command, json: boolean): void {
  command.exitOverride().showHelpAfterError('(add --help for the options and examples)')
  if (json) command.configureOutput({ writeErr: () => undefined })
  for (const child of command.commands) quietInJson(child, json)
}
