import type { Command } from 'commander'
import { countOf } from '../numbers'
import { listQuarantine } from '../quarantine/listQuarantine'
import { replayQuarantine } from '../quarantine/replayQuarantine'

const REPLAY_HELP = `
Verifies and reads kept callbacks again, with today's secrets and today's code, and applies what can be applied now.
Useful after a secret was corrected or Landed was updated. Replaying twice changes nothing.

Exit code 1 when some of them had to stay.

Examples:
  $ landed quarantine replay --all
  $ landed quarantine replay 0198c2f0-6c1e-7d3a-9b1f-2f4f3c7d8e90`

/** `landed quarantine list|replay` */
export function addQuarantine(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('Callbacks that are kept but not applied: not authentic, unreadable, or for no known connection.')
  quarantine
    .command('list')
    .description('List callbacks in quarantine, newest first, with the reason.')
    .option('--resolved', 'those that were replayed or dismissed too')
    .option('--connection <id>', 'only those of one connection')
    .option('--code <code>', 'only those with this reason, such as signature_wrong')
    .option('--limit <callbacks>', 'at most this many', countOf, 50)
    .option('--json', 'print one JSON document')
    .action(listQuarantine)
  quarantine
    .command('replay')
    .argument('[ids...]', 'ids of callbacks, as shown by "landed quarantine list"')
    .description('Try kept callbacks again.')
    .option('--all', 'all that are open')
    .option('--json', 'print one JSON document')
    .addHelpText('after', REPLAY_HELP)
    .action(replayQuarantine)
}
