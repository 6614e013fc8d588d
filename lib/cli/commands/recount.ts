import type { Command } from 'commander'
import { countOf } from '../numbers'
import { runRecount } from '../recount/runRecount'

const HELP = `
Compares, in one snapshot of the database, so also while callbacks arrive:
  the counters (quarter hours, hours, days; states and reasons) with a count of the messages themselves,
  the list of texts that did not land with the messages,
  the state of each message with the join of all of its receipts.

Exit code 1 when anything differs. That is a defect of Landed: please report it with the output.

Examples:
  $ landed recount
  $ landed recount --sample 100000     re-join only about that many messages of a big database`

/** `landed recount` */
export function addRecount(program: Command): void {
  program
    .command('recount')
    .description('Compare every counter with a recount, and every message with its receipts.')
    .option('--sample <messages>', 're-join about this many messages, by chance, instead of all', countOf)
    .option('--json', 'print one JSON document')
    .addHelpText('after', HELP)
    .action(runRecount)
}
