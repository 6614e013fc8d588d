import { type Command, Option } from 'commander'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import { endCode } from '../codes/endCode'
import { explainCode } from '../codes/explainCode'
import { listCodes } from '../codes/listCodes'
import { overrideCode } from '../codes/overrideCode'
import { countOf } from '../numbers'

const OVERRIDE_HELP = `
What is left out stays as the provider's table has it. Where status or reason change, the running server judges stored
receipts again in the background (without one, the next that starts). --preview only says what that would do.

Examples:
  $ landed codes override kannel 255 --reason carrier_blocked --note "told by the SMSC" --author Ana --preview
  $ landed codes override twilio teleported --kind status --status delivered --author Ana`

/** `landed codes list|explain|override|end` */
export function addCodes(program: Command): void {
  const codes = program.command('codes').description('What the words and codes of the providers mean.')
  const kind = () => new Option('--kind <kind>', 'status (the provider’s word) or error').choices(['status', 'error'])
  codes
    .command('list')
    .description('List the code dictionary, with what was said here.')
    .option('--provider <adapter>', 'only those of one provider')
    .addOption(kind())
    .option('--search <words>', 'only those in which all of these words occur')
    .option('--overridden', 'only those of which something was said here')
    .option('--new', 'codes that nobody knows, as they were seen, instead')
    .option('--json', 'print one JSON document')
    .action(listCodes)
  codes
    .command('explain')
    .argument('<adapter>', 'the provider, such as twilio')
    .argument('<code>', 'its error code or status word')
    .description('Say what a code means and what to do next.')
    .option('--json', 'print one JSON document')
    .action(explainCode)
  codes
    .command('override')
    .argument('<adapter>', 'the provider, such as twilio')
    .argument('<code>', 'its error code or status word')
    .description('Say what a code means here.')
    .addOption(kind().default('error'))
    .option('--connection <id>', 'only for this connection')
    .addOption(new Option('--status <status>', 'what the text is then').choices(STATUSES))
    .addOption(new Option('--reason <class>', 'why').choices(FAILURE_CLASSES))
    .addOption(new Option('--permanent <yes|no>', 'whether sending again cannot work').choices(['yes', 'no']))
    .option('--plain <sentence>', 'in plain words')
    .option('--next-step <words>', 'what to do')
    .option('--note <text>', 'where you know it from')
    .requiredOption('--author <name>', 'who says so')
    .option('--preview', 'only say what it would do to stored messages')
    .option('--json', 'print one JSON document')
    .addHelpText('after', OVERRIDE_HELP)
    .action(overrideCode)
  codes
    .command('end')
    .argument('<number>', 'number of the override, as shown by "landed codes list --overridden"', countOf)
    .description('End what was said of a code: stored messages follow.')
    .requiredOption('--author <name>', 'who ends it')
    .option('--json', 'print one JSON document')
    .action(endCode)
}
